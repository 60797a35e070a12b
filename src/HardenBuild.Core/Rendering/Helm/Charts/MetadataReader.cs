using System.Collections.Immutable;
using System.Text;
using HardenBuild.Rendering.Helm.Functions.Yaml;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Charts;

/// <summary>Reads <c>Chart.yaml</c> and <c>requirements.yaml</c>.</summary>
internal static class MetadataReader
{
    /// <exception cref="ChartException">The file is not YAML, or a field is of the wrong type.</exception>
    public static ChartMetadata Read(ChartFile file)
    {
        var fields = Fields(file);
        var version = fields.Text("apiVersion");
        return new ChartMetadata
        {
            Fields = fields.Map,
            Name = Clean(fields.Text("name")),
            Version = fields.Text("version"),
            // Helm 2 charts had none.
            ApiVersion = version.Length == 0 ? "v1" : version,
            AppVersion = Clean(fields.Text("appVersion")),
            KubeVersion = Clean(fields.Text("kubeVersion")),
            Type = fields.Text("type"),
            Description = Clean(fields.Text("description")),
            Home = Clean(fields.Text("home")),
            Icon = Clean(fields.Text("icon")),
            Condition = Clean(fields.Text("condition")),
            Tags = Clean(fields.Text("tags")),
            IsDeprecated = fields.Flag("deprecated"),
            Sources = [.. fields.Texts("sources").Select(Clean)],
            Keywords = [.. fields.Texts("keywords").Select(Clean)],
            Maintainers = Maintainers(fields, file),
            Annotations = fields.Annotations("annotations"),
            Dependencies = Dependencies(fields, file),
            ListsDependencies = fields.Find("dependencies") is GoList,
        };
    }

    /// <summary>Adds what <c>requirements.yaml</c> says to the metadata of <c>Chart.yaml</c>.</summary>
    public static ChartMetadata AddRequirements(ChartMetadata metadata, ChartFile file)
    {
        var fields = Fields(file);
        return fields.Find("dependencies") is null ? metadata : metadata with { Dependencies = Dependencies(fields, file), ListsDependencies = true };
    }

    private static MetadataFields Fields(ChartFile file)
    {
        var reading = YamlValueReader.ReadFile(file.Source);
        if (reading.Error is { } error)
            throw new ChartException(ChartErrorKind.Unreadable, file.Source.At(new TextSpan(reading.ErrorAt, 0)), "error converting YAML to JSON: " + error);
        var head = file.Source.At(new TextSpan(0, 0));
        return reading.Value switch
        {
            GoMap map => new MetadataFields(map, "Metadata", head),
            GoNil => new MetadataFields(new GoMap(), "Metadata", head),
            _ => throw new ChartException(ChartErrorKind.Unreadable, head, "error unmarshaling JSON: while decoding JSON: json: cannot unmarshal string into Go value of type chart.Metadata"),
        };
    }

    private static ImmutableArray<ChartMaintainer> Maintainers(MetadataFields fields, ChartFile file)
    {
        var maintainers = ImmutableArray.CreateBuilder<ChartMaintainer>();
        foreach (var item in fields.Items("maintainers"))
        {
            if (item is not GoMap map)
                throw fields.Mismatch(item, "maintainers", "chart.Maintainer");
            var maintainer = new MetadataFields(map, "Maintainer", map.Origin?.Location ?? file.Source.At(new TextSpan(0, 0)));
            maintainers.Add(new ChartMaintainer(Clean(maintainer.Text("name")), Clean(maintainer.Text("email")), Clean(maintainer.Text("url"))));
        }

        return maintainers.ToImmutable();
    }

    private static ImmutableArray<ChartDependency> Dependencies(MetadataFields fields, ChartFile file)
    {
        var dependencies = ImmutableArray.CreateBuilder<ChartDependency>();
        foreach (var item in fields.Items("dependencies"))
        {
            if (item is not GoMap map)
                throw fields.Mismatch(item, "dependencies", "chart.Dependency");
            var dependency = new MetadataFields(map, "Dependency", map.Origin?.Location ?? file.Source.At(new TextSpan(0, 0)));
            dependencies.Add(new ChartDependency
            {
                Location = dependency.LocationOf("name"),
                Name = Clean(dependency.Text("name")),
                Version = Clean(dependency.Text("version")),
                Repository = Clean(dependency.Text("repository")),
                Condition = Clean(dependency.Text("condition")),
                Tags = [.. dependency.Texts("tags").Select(Clean)],
                ImportValues = [.. dependency.Items("import-values")],
                Alias = dependency.Text("alias"),
            });
        }

        return dependencies.ToImmutable();
    }

    // Helm's sanitizeString: every white space is a blank, and what does not print is left out.
    private static string Clean(string text)
    {
        var needsCare = false;
        foreach (var c in text)
            needsCare |= char.IsControl(c) || (char.IsWhiteSpace(c) && c != ' ');
        if (!needsCare)
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
                clean.Append(' ');
            else if (!char.IsControl(c))
                clean.Append(c);
        }

        return clean.ToString();
    }
}
