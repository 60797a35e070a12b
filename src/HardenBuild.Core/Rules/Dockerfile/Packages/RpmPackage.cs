using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Packages;
using HardenBuild.Syntax.Shell;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>Reads packages as yum and dnf are given them.</summary>
internal static class RpmPackage
{
    /// <summary>Whether no version is part of the name, or no stream is named for a module.</summary>
    public static bool IsFloating(PackageRun run, PackageCommand package, CommandWord word)
    {
        if (package.Verb.StartsWith("group", StringComparison.Ordinal) || TextOf(run, word) is not { Length: > 0 } text)
            return false;
        if (text[0] is '/' or '.' or '~' or '@' or '*' || text.EndsWith(".rpm", StringComparison.Ordinal) || text.Contains("://", StringComparison.Ordinal))
            return false;
        return package.Verb.StartsWith("module", StringComparison.Ordinal) ? !text.Contains(':') : !HasVersion(text);
    }

    // `name-version-release.arch`: a version and a release start with a digit, so the last part tells; `java-11-openjdk` has none.
    private static bool HasVersion(string text) =>
        text.IndexOfAny(['=', '<', '>']) >= 0
        || (text.LastIndexOf('-') is var dash and > 0 && dash + 1 < text.Length && text[dash + 1] is >= '0' and <= '9');

    /// <summary>The word with the variables that the Dockerfile sets; null when it depends on others.</summary>
    private static string? TextOf(PackageRun run, CommandWord word)
    {
        if (word.Value is not null || word.Syntax is null || word.Prefix.Length == 0)
            return word.Value;
        var text = new System.Text.StringBuilder();
        return TryAppend(text, run, word.Syntax.Parts) ? text.ToString() : null;
    }

    private static bool TryAppend(System.Text.StringBuilder text, PackageRun run, IEnumerable<ShellPart> parts)
    {
        foreach (var part in parts)
        {
            if (part.LiteralValue is { } literal)
                text.Append(literal);
            else if (part is ParameterExpansion { Operator: "", Index: null, IsLength: false, IsIndirect: false } variable && ValueOf(run, variable.Name) is { } value)
                text.Append(value);
            else if (part is not DoubleQuotedPart quoted || !TryAppend(text, run, quoted.Parts))
                return false;
        }

        return true;
    }

    /// <summary>Empty for a variable that nobody sets: neither this file nor a base image that is known.</summary>
    private static string? ValueOf(PackageRun run, string name)
    {
        if (run.Instruction.State.Variables.FindVariable(name) is { } variable)
            return variable.Value.Text?.Text;
        return DockerfileModel.RootBase(run.Stage).Known is not null && !run.Sets(name) ? "" : null;
    }
}
