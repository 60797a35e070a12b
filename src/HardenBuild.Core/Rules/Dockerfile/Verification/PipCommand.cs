using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Verification;

/// <summary>Recognises pip under the names that it is installed as; <c>python -m pip</c> is pip already.</summary>
internal static class PipCommand
{
    public static bool Is(Invocation invocation) =>
        invocation.Name is { } name && name.StartsWith("pip", StringComparison.Ordinal) && name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.').Length == 3;
}
