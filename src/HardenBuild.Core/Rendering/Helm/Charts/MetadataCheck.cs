using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Charts;

/// <summary>What Helm demands of <c>Chart.yaml</c> before it takes a chart.</summary>
internal static class MetadataCheck
{
    /// <summary>Helm's words for the first thing wrong; null where nothing is.</summary>
    public static string? Problem(ChartMetadata metadata)
    {
        if (metadata.Name.Length == 0)
            return "validation: chart.metadata.name is required";
        if (metadata.Name is "." or "..")
            return $"validation: chart.metadata.name \"{metadata.Name}\" is not allowed";
        if (metadata.Name.Contains('/'))
            return $"validation: chart.metadata.name \"{metadata.Name}\" is invalid";
        if (metadata.Version.Length == 0)
            return "validation: chart.metadata.version is required";
        if (!ChartVersion.IsVersion(metadata.Version))
            return $"validation: chart.metadata.version \"{metadata.Version}\" is invalid";
        if (metadata.Type is not ("" or "application" or "library"))
            return "validation: chart.metadata.type must be application or library";
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var dependency in metadata.Dependencies)
        {
            if (!IsAlias(dependency.Alias))
                return $"validation: dependency \"{dependency.Name}\" has disallowed characters in the alias";
            if (!names.Add(dependency.EffectiveName))
                return $"validation: more than one dependency with name or alias \"{dependency.EffectiveName}\"";
        }

        return null;
    }

    /// <summary>Where the value is written that a problem is about; null where it is not written, or the problem is about a dependency.</summary>
    public static SourceLocation? Place(ChartMetadata metadata, string problem)
    {
        const string Field = "chart.metadata.";
        var start = problem.IndexOf(Field, StringComparison.Ordinal);
        if (start < 0)
            return null;
        start += Field.Length;
        var name = problem.Substring(start, problem.IndexOf(' ', start) - start);
        return metadata.Fields.Entries.TryGetValue(name, out var value) ? value.Origin?.Location : null;
    }

    // Helm's aliasNameFormat: ^[a-zA-Z0-9_-]+$
    private static bool IsAlias(string alias)
    {
        foreach (var c in alias)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-'))
                return false;
        }

        return true;
    }
}
