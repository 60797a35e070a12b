namespace HardenBuild.Scanning.Discovery;

/// <summary>The ignore file inside a repository's <c>.git</c>.</summary>
internal static class GitFolder
{
    /// <summary>The text of <c>info/exclude</c>, which worktrees share; empty when there is none.</summary>
    public static string ReadExclude(string repository)
    {
        var git = Path.Combine(repository, ".git");
        if (!Directory.Exists(git))
        {
            // gitrepository-layout(5): a .git file holds one line "gitdir: <path>", and commondir names the shared folder.
            var link = SmallFile.Read(git);
            if (!link.StartsWith("gitdir:", StringComparison.Ordinal))
                return "";
            git = Path.Combine(repository, link.Substring("gitdir:".Length).Trim());
            var common = SmallFile.Read(Path.Combine(git, "commondir")).Trim();
            if (common.Length > 0)
                git = Path.Combine(git, common);
        }

        return SmallFile.Read(Path.Combine(git, "info", "exclude"));
    }
}
