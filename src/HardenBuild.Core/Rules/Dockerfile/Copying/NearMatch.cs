using HardenBuild.Model.Docker.Context;

namespace HardenBuild.Rules.Dockerfile.Copying;

/// <summary>Finds the file that somebody probably meant.</summary>
internal static class NearMatch
{
    private const int MaxCandidates = 500;

    /// <summary>A path of the context that differs in letter case or by a slip, or has the same name in a folder above; null when there is none.</summary>
    public static string? Find(BuildContext context, string path)
    {
        var name = CleanPath.Name(path);
        var folder = ExistingFolder(context, CleanPath.Folder(path));
        if (folder is not null && FindIn(context, folder, name) is { } near)
            return Join(folder, near);
        for (var above = CleanPath.Folder(path); above.Length > 0;)
        {
            above = CleanPath.Folder(above);
            if (context.Find(Join(above, name)) == PathKind.File)
                return Join(above, name);
        }

        return null;
    }

    /// <summary>The folder as written, or with the letter case it has on disk.</summary>
    private static string? ExistingFolder(BuildContext context, string folder)
    {
        var existing = "";
        foreach (var part in folder.Split(['/'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (context.List(existing) is not { } entries)
                return null;
            var match = entries.ContainsKey(part) ? part : entries.Keys.FirstOrDefault(name => name.Equals(part, StringComparison.OrdinalIgnoreCase));
            if (match is null)
                return null;
            existing = Join(existing, match);
        }

        return existing;
    }

    private static string? FindIn(BuildContext context, string folder, string name)
    {
        if (context.List(folder) is not { Count: <= MaxCandidates } entries)
            return null;
        string? slip = null;
        foreach (var candidate in entries.Keys.OrderBy(static key => key, StringComparer.Ordinal))
        {
            if (candidate.Equals(name, StringComparison.OrdinalIgnoreCase))
                return candidate;
            if (!entries[candidate] && slip is null && IsSlip(candidate, name))
                slip = candidate;
        }

        return slip;
    }

    /// <summary>One letter more, less, other or swapped, in names long enough that this is no accident.</summary>
    private static bool IsSlip(string a, string b)
    {
        const int LeastLength = 6;
        if (Math.Min(a.Length, b.Length) < LeastLength || Math.Abs(a.Length - b.Length) > 1)
            return false;
        var start = 0;
        while (start < a.Length && start < b.Length && a[start] == b[start])
            start++;
        var end = 0;
        while (end < a.Length - start && end < b.Length - start && a[a.Length - 1 - end] == b[b.Length - 1 - end])
            end++;
        var (restA, restB) = (a.Length - start - end, b.Length - start - end);
        if (restA == 2 && restB == 2)
            return a[start] == b[start + 1] && a[start + 1] == b[start];

        // Digits tell files of a series apart: app1.json, app2.json.
        return restA <= 1 && restB <= 1 && !(restA == 1 && char.IsDigit(a[start])) && !(restB == 1 && char.IsDigit(b[start]));
    }

    private static string Join(string folder, string name) => folder.Length == 0 ? name : folder + "/" + name;
}
