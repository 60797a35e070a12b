using HardenBuild.Model.Docker.Packages;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>Where pip keeps downloads and what stops it.</summary>
internal static class PipCache
{
    private const string Variable = "PIP_NO_CACHE_DIR";

    /// <summary>Whether the cache is switched off by a variable: before the command, exported in the script, by ENV or ARG.</summary>
    public static bool IsOff(PackageRun run, Invocation pip)
    {
        foreach (var assignment in pip.Environment)
        {
            if (assignment.Name == Variable)
                return IsYes(assignment.Value);
        }

        foreach (var invocation in run.Invocations)
        {
            if (invocation.Is("export") && invocation.Words.FirstOrDefault(word => word.Prefix.StartsWith(Variable + "=", StringComparison.Ordinal)) is { } exported)
                return IsYes(exported.Value?.Substring(Variable.Length + 1));
            if (invocation.Subcommand == "config set" && invocation.Operands.Any(operand => operand.Prefix.EndsWith("no-cache-dir", StringComparison.Ordinal)))
                return true;
        }

        return run.Instruction.State.Variables.FindVariable(Variable) is { } variable && IsYes(variable.Value.Text?.Text);
    }

    /// <summary>Whether a mount's target is where pip keeps its downloads, in whatever home.</summary>
    public static bool IsCache(string? target) => target is null or "/root" or "/tmp"
        || target.EndsWith("/.cache", StringComparison.Ordinal)
        || target.Contains("pip", StringComparison.Ordinal);

    // pip reads the variable as a boolean; a value that is not known may be yes.
    private static bool IsYes(string? value) =>
        value is null || value.Trim().ToLowerInvariant() is not ("" or "0" or "no" or "n" or "off" or "false" or "f");
}
