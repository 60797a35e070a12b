using System.Collections.Immutable;

namespace HardenBuild.Syntax.Shell.CommandLine;

/// <summary>What stands before the program that is really run.</summary>
internal sealed record InvocationPrefix(
    ImmutableArray<CommandWord> Command, ImmutableArray<CommandWrapper> Wrappers, ImmutableArray<EnvironmentAssignment> Environment)
{
    // `sudo sudo sudo ...` would otherwise copy the words once a wrapper.
    private const int MaxWrappers = 16;

    public static InvocationPrefix Remove(ImmutableArray<CommandWord> words, ImmutableArray<Assignment> assignments)
    {
        var wrappers = ImmutableArray.CreateBuilder<CommandWrapper>();
        var environment = ImmutableArray.CreateBuilder<EnvironmentAssignment>(assignments.Length);
        foreach (var assignment in assignments)
            environment.Add(new EnvironmentAssignment(assignment.Name, ValueOf(assignment), assignment.Span));

        while (wrappers.Count < MaxWrappers && words[0].Value is { } program)
        {
            var name = ProgramName.Of(program);
            if ((IndexOfModule(name, words) ?? CommandWrappers.IndexOfCommand(name, words)) is not { } index)
                break;
            var arguments = words.RemoveRange(index, words.Length - index).RemoveAt(0);
            wrappers.Add(new CommandWrapper(name, words[0], arguments));
            if (CommandWrappers.SetsEnvironment(name))
                AddEnvironment(environment, arguments);
            words = words.RemoveRange(0, index);
        }

        return new InvocationPrefix(words, wrappers.ToImmutable(), environment.ToImmutable());
    }

    private static string? ValueOf(Assignment assignment) =>
        assignment.Value is { } value ? value.LiteralValue : assignment.Elements.IsEmpty ? "" : null;

    /// <summary><c>python -m pip</c> is pip.</summary>
    private static int? IndexOfModule(string name, ImmutableArray<CommandWord> words) =>
        name.StartsWith("python", StringComparison.Ordinal) && words.Length > 2 && words[1].Value == "-m" && words[2].Value is "pip" ? 2 : null;

    private static void AddEnvironment(ImmutableArray<EnvironmentAssignment>.Builder environment, ImmutableArray<CommandWord> arguments)
    {
        foreach (var word in arguments)
        {
            var length = CommandWrappers.NameLength(word.Prefix);
            if (length > 0)
                environment.Add(new EnvironmentAssignment(word.Prefix.Substring(0, length), word.Value?.Substring(length + 1), word.Span));
        }
    }
}
