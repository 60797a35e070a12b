namespace HardenBuild.Configuration.Dialects;

/// <summary>The spellings of a Trivy check's id over the years.</summary>
internal static class TrivyCheck
{
    private const string OldPrefix = "AVD-";

    /// <summary>A check of Kubernetes manifests (<c>KSV</c>) or of the control plane (<c>KCV</c>).</summary>
    /// <param name="id">As <see cref="Normalize"/> gives it.</param>
    public static bool IsOfManifests(string id) =>
        id.StartsWith("KSV", StringComparison.OrdinalIgnoreCase) || id.StartsWith("KCV", StringComparison.OrdinalIgnoreCase);

    /// <summary><c>DS-0002</c> of <c>AVD-DS-0002</c>, <c>DS002</c> and <c>DS-0002</c>, <c>KSV-01010</c> of <c>KSV01010</c>; anything else as it is.</summary>
    public static string Normalize(string id)
    {
        var name = id.StartsWith(OldPrefix, StringComparison.OrdinalIgnoreCase) ? id.Substring(OldPrefix.Length) : id;
        var letters = 0;
        while (letters < name.Length && char.IsLetter(name[letters]))
            letters++;
        if (letters == 0 || letters == name.Length || !name.Skip(letters).All(static c => c is >= '0' and <= '9'))
            return name;
        return name.Insert(letters, name.Length == letters + 3 ? "-0" : "-");
    }
}
