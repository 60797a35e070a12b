using HardenBuild.Model.Docker.Packages;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>Reads modules as go is given them.</summary>
internal static class GoModule
{
    /// <summary>Whether the word names a module from elsewhere without a version.</summary>
    public static bool IsFloating(PackageRun run, PackageCommand package, CommandWord word)
    {
        if (word.Value is not { Length: > 0 } text || text[0] is '/' or '.' || text.EndsWith(".go", StringComparison.Ordinal))
            return false;
        var at = text.IndexOf('@');
        if (at >= 0)
            return text.Substring(at + 1) is "" or "latest" or "upgrade" or "patch";
        return (package.Verb == "get" || IsFromElsewhere(text)) && !IsInWorkdir(run, text);
    }

    // Only names with a domain are downloaded; the others are the standard library or the module itself. `go help packages`.
    private static bool IsFromElsewhere(string path)
    {
        var slash = path.IndexOf('/');
        return (slash < 0 ? path : path.Substring(0, slash)).Contains('.');
    }

    /// <summary>Below GOPATH the folder's path is the package's path.</summary>
    private static bool IsInWorkdir(PackageRun run, string path)
    {
        if (run.Instruction.State.Workdir?.Value is not { } workdir || workdir.IndexOf("/src/", StringComparison.Ordinal) is not (>= 0 and var source))
            return false;
        var module = workdir.Substring(source + "/src/".Length).TrimEnd('/');
        return module.Length > 0 && path.StartsWith(module, StringComparison.Ordinal);
    }
}
