using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Model.DotNet;

/// <summary>A call of the <c>dotnet</c> command that works on projects.</summary>
/// <param name="Verb"><c>restore</c>, <c>build</c>, <c>publish</c>, <c>test</c>, ...</param>
/// <param name="IsMoved">Whether a <c>cd</c> before it in the same script makes its folder unknown.</param>
internal sealed record ProjectCommand(StageInstruction Instruction, Invocation Invocation, string Verb, bool IsMoved)
{
    /// <summary>Whether a word is not known, so that any switch may be hidden in it.</summary>
    public bool HasUnknownWords => Invocation.Operands.Any(static word => word.Value is null && word.Prefix.Length == 0);

    public bool HasRuntime => Invocation.FindOption("-r", "--runtime", "-a", "--arch", "--os", "--use-current-runtime", "--ucr") is not null || Property("RuntimeIdentifier") is not null;

    /// <summary>What the command line says about bringing the runtime along; null when it says nothing.</summary>
    public bool? StatedSelfContained
    {
        get
        {
            if (Invocation.FindOption("--no-self-contained") is not null)
                return false;
            if (Invocation.FindOption("--self-contained", "--sc") is { } option)
                return !(option.Value ?? NextWord(option))?.Equals("false", StringComparison.OrdinalIgnoreCase) ?? true;
            if ((Property("PublishAot") ?? Property("SelfContained") ?? Property("PublishSelfContained")) is { } property)
                return property.Equals("true", StringComparison.OrdinalIgnoreCase);
            return null;
        }
    }

    /// <summary>The verb as written.</summary>
    public TextSpan VerbSpan
    {
        get
        {
            foreach (var word in Invocation.Words)
            {
                if (word.Value == Verb)
                    return word.Span;
            }

            return Invocation.Span;
        }
    }

    /// <summary>Every call in RUN, in order.</summary>
    public static IEnumerable<ProjectCommand> Of(DockerfileModel model)
    {
        foreach (var command in model.Commands)
        {
            if (command.Instruction is not { IsTrigger: false, Syntax.Kind: InstructionKind.Run })
                continue;
            var isMoved = false;
            foreach (var invocation in command.Invocations)
            {
                isMoved |= invocation.Name is "cd" or "pushd";
                if (invocation.Is("dotnet") && invocation.Subcommand is { } verb)
                    yield return new ProjectCommand(command.Instruction, invocation, verb, isMoved);
            }
        }
    }

    /// <summary>The value of <c>-p:Name=value</c> in any of its spellings; null when it is not given.</summary>
    public string? Property(string name)
    {
        foreach (var word in Invocation.Words)
        {
            var text = word.Prefix;
            var colon = text.IndexOf(':');
            if (colon < 0 || text.Substring(0, colon) is not ("-p" or "/p" or "--p" or "-property" or "--property" or "/property"))
                continue;
            foreach (var pair in text.Substring(colon + 1).Split(';'))
            {
                var equals = pair.IndexOf('=');
                if (equals > 0 && pair.Substring(0, equals).Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
                    return pair.Substring(equals + 1).Trim('"');
            }
        }

        return null;
    }

    /// <summary>The project it works on, as a path of the context; null when that cannot be told or is a solution.</summary>
    public string? ProjectPath(DockerfileModel model, BuildContext context)
    {
        if (Place(out var isExplicit) is not { } place || ContainerPaths.ToContext(model, context, Instruction, place) is not { } path)
            return null;
        if (context.Find(path) == PathKind.File)
            return ProjectPaths.IsProject(path) ? path : null;
        if (context.List(path)?.Keys.Any(ProjectPaths.IsSolution) != false && !isExplicit)
            return null;
        return ProjectPaths.In(context.Files, context.InRepository(path)) is [var only] ? CleanPath.Below(context.Root, only) : null;
    }

    /// <summary>The absolute path in the container of the project, solution or folder.</summary>
    private string? Place(out bool isExplicit)
    {
        isExplicit = false;
        foreach (var operand in Invocation.Operands)
        {
            if (operand.Prefix.StartsWith("/p:", StringComparison.OrdinalIgnoreCase) || operand.Prefix.StartsWith("/property:", StringComparison.OrdinalIgnoreCase)
                || operand.Prefix is ['-', ..] || operand.Value is "true" or "false")
                continue;
            isExplicit = true;
            var path = operand.Value?.Replace('\\', '/');
            return path is null || (IsMoved && path[0] != '/') ? null : ContainerPaths.Absolute(Instruction.State, path);
        }

        return IsMoved ? null : ContainerPaths.Absolute(Instruction.State, ".");
    }

    private string? NextWord(CommandOption option)
    {
        var index = Invocation.Words.IndexOf(option.Word);
        return index >= 0 && index + 1 < Invocation.Words.Length ? Invocation.Words[index + 1].Value : null;
    }
}
