namespace HardenBuild.Syntax.Shell.CommandLine;

/// <summary>Walks that see through arguments holding scripts.</summary>
internal static class ScriptWalk
{
    // `sh -c "sh -c '...'"`: each level is a part of the one around it, so the work is at most this many times the text.
    private const int MaxLevels = 8;

    /// <summary>The script itself, then every script that its commands are given as text.</summary>
    public static IEnumerable<ShellScript> WithNestedScripts(this ShellScript script) => WithNested(script, MaxLevels);

    /// <summary>The script that an exec-form command is given as text, and those within; empty when there is none.</summary>
    public static IEnumerable<ShellScript> NestedScripts(this Invocation invocation) =>
        NestedScript.Of(invocation) is { } script ? WithNested(script, MaxLevels) : [];

    /// <summary>Every program that runs in or below a node, in source order; not those in arguments holding scripts.</summary>
    public static IEnumerable<Invocation> EnumerateInvocations(this ShellNode node)
    {
        foreach (var command in node.EnumerateCommands())
        {
            if (Invocation.From(command) is { } invocation)
                yield return invocation;
        }
    }

    /// <summary>Every program of a script and of the scripts that its commands are given as text.</summary>
    public static IEnumerable<Invocation> EnumerateAllInvocations(this ShellScript script) => script.WithNestedScripts().SelectMany(EnumerateInvocations);

    private static IEnumerable<ShellScript> WithNested(ShellScript script, int levels)
    {
        yield return script;
        if (levels == 0)
            yield break;
        foreach (var invocation in script.EnumerateInvocations())
        {
            if (NestedScript.Of(invocation) is not { } inner)
                continue;
            foreach (var nested in WithNested(inner, levels - 1))
                yield return nested;
        }
    }
}
