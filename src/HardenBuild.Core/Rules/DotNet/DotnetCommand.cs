using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Syntax.Shell;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Rules.DotNet;

/// <summary>A call of the .NET command line.</summary>
/// <param name="Verb"><c>publish</c>, or the words of a compound command: <c>nuget add</c>, <c>tool install</c>.</param>
internal sealed record DotnetCommand(StageCommand Command, Invocation Invocation, string Verb)
{
    public DockerfileStage Stage => Command.Instruction.Stage;

    public bool IsRun => Command.Instruction.Syntax is RunInstruction;

    public bool IsBuild => Verb is "build" or "publish" or "pack" or "test" or "msbuild" or "run";

    public static IEnumerable<DotnetCommand> Of(DockerfileModel model)
    {
        foreach (var command in model.Commands)
        {
            foreach (var invocation in command.Invocations)
            {
                if (invocation.Is("dotnet") && invocation.Subcommand is { } verb)
                    yield return new DotnetCommand(command, invocation, IsCompound(verb) && invocation.Operands is [{ Value: { } second }, ..] ? $"{verb} {second}" : verb);
            }
        }
    }

    /// <summary>Arguments after the words of the verb.</summary>
    public IEnumerable<CommandWord> Arguments => Invocation.Operands.Skip(Verb.Contains(' ') ? 1 : 0);

    /// <summary>The word of the command line that a value stands for.</summary>
    public TextSpan VerbSpan
    {
        get
        {
            var last = Verb.Substring(Verb.LastIndexOf(' ') + 1);
            foreach (var word in Invocation.Words)
            {
                if (word.Value == last)
                    return word.Span;
            }

            return Invocation.NameWord.Span;
        }
    }

    /// <summary>What follows an option, variables of the stage filled in; null when it is absent or not known.</summary>
    public string? Value(params string[] names) => Invocation.FindOption(names) is { HasValue: true } option ? Resolve(option) : null;

    /// <summary>The value of an MSBuild property given by <c>-p:Name=value</c>; null when it is absent or not known.</summary>
    public string? Property(string name)
    {
        foreach (var option in Invocation.FindOptions("-p", "-property", "--property"))
        {
            if (option.ValuePrefix.StartsWith(name + "=", StringComparison.OrdinalIgnoreCase))
                return option.Value?.Substring(name.Length + 1);
        }

        return null;
    }

    public string? Resolve(CommandOption option) => option.Value ?? (option.ValueWord?.Syntax is { } word ? Resolve(word) : null);

    /// <summary>The variable that a word consists of; null when it holds more.</summary>
    public StageVariable? LoneVariable(CommandOption option) => option.ValueWord?.Syntax switch
    {
        { Parts: [ParameterExpansion { Operator: "", Index: null, IsLength: false, IsIndirect: false } lone] } => Command.Instruction.State.Variables.FindVariable(lone.Name),
        { Parts: [DoubleQuotedPart { Parts: [ParameterExpansion { Operator: "", Index: null, IsLength: false, IsIndirect: false } quoted] }] } =>
            Command.Instruction.State.Variables.FindVariable(quoted.Name),
        _ => null,
    };

    private string? Resolve(ShellWord word)
    {
        var text = "";
        foreach (var part in word.Parts)
        {
            if (Resolve(part) is not { } piece || text.Length + piece.Length > 1024)
                return null;
            text += piece;
        }

        return text;
    }

    private string? Resolve(ShellPart part) => part switch
    {
        { LiteralValue: { } literal } => literal,
        ParameterExpansion { Operator: "", Index: null, IsLength: false, IsIndirect: false } reference => Command.Instruction.State.Variables.Find(reference.Name).Text?.Text,
        DoubleQuotedPart { Parts: [var only] } => Resolve(only),
        _ => null,
    };

    private static bool IsCompound(string verb) => verb is "nuget" or "tool" or "workload" or "new" or "dev-certs" or "user-secrets";
}
