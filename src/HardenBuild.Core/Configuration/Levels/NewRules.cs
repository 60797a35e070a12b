namespace HardenBuild.Configuration.Levels;

/// <summary>The rules that are in no numbered level yet: suggestions at most, for one minor version.</summary>
/// <remarks>When a level is frozen the list is emptied: <c>hardenbuild rules --format level</c> writes the level's file. The tests compare both with the catalog.</remarks>
internal static class NewRules
{
    public static IReadOnlyList<string> Ids { get; } = [];

    public static bool Contains(string id)
    {
        foreach (var known in Ids)
        {
            if (known == id)
                return true;
        }

        return false;
    }
}
