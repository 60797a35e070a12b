namespace HardenBuild.Configuration.Dialects;

/// <summary>The spellings of a Trivy check's id over the years.</summary>
internal static class TrivyCheck
{
    private const string OldPrefix = "AVD-";

    /// <summary><c>DS-0002</c> of <c>AVD-DS-0002</c>, <c>DS002</c> and <c>DS-0002</c>; anything else as it is.</summary>
    public static string Normalize(string id)
    {
        var name = id.StartsWith(OldPrefix, StringComparison.OrdinalIgnoreCase) ? id.Substring(OldPrefix.Length) : id;
        var letters = 0;
        while (letters < name.Length && char.IsLetter(name[letters]))
            letters++;
        return letters > 0 && name.Length == letters + 3 && name.Skip(letters).All(static c => c is >= '0' and <= '9')
            ? name.Insert(letters, "-0")
            : name;
    }
}
