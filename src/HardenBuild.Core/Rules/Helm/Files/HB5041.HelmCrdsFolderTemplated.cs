using HardenBuild.Model.Helm;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Rules.Helm.Files;

/// <summary>A file of <c>crds/</c> that is no definition as it stands.</summary>
internal sealed class HelmCrdsFolderTemplated() : ChartRule("HB5041", RuleSeverity.Error, RuleSeverity.Error)
{
    private const string TemplateEffect = "is sent to the cluster as it stands, because Helm renders nothing in 'crds/'; write plain text, or move the file to 'templates/'";

    public override IEnumerable<Finding> Analyze(ChartModel chart)
    {
        foreach (var file in chart.Chart.CustomResources)
        {
            if (!file.IsPacked && Problem(file.Source) is var (place, text, effect))
                yield return Report(place, text, effect);
        }
    }

    private static (SourceLocation Place, string Text, string Effect)? Problem(SourceText source)
    {
        var file = YamlFile.Parse(source);
        foreach (var document in file.Documents)
        {
            if (document.Root is not { } root || root is YamlScalar { IsNull: true })
                continue;
            if (FirstAction(root) is { } action)
                return (action.Location, source.Substring(action.Span), TemplateEffect);
            if (root.AsMapping?["kind"] is YamlScalar kind && kind.Value is not ("CustomResourceDefinition" or "List"))
                return (kind.Location, kind.Value, "is no CustomResourceDefinition, and what 'crds/' holds is never upgraded or removed; move it to 'templates/'");
        }

        if (file.Errors is not [var error, ..])
            return null;
        // An action on a line of its own is no YAML at all.
        var line = source.GetLine(source.GetLineIndex(error.Span.Start));
        var text = source.Substring(line).Trim();
        return text.StartsWith("{{", StringComparison.Ordinal)
            ? (source.At(new TextSpan(source.Content.IndexOf("{{", line.Start, StringComparison.Ordinal), text.Length)), text, TemplateEffect)
            : null;
    }

    /// <summary>The first value or key that a template would fill; texts of the schema may hold braces of their own.</summary>
    private static YamlNode? FirstAction(YamlNode root)
    {
        var open = new Stack<YamlNode>();
        open.Push(root);
        while (open.Count > 0)
        {
            switch (open.Pop())
            {
                case YamlMapping mapping when Placeholders.IsPlaceholder(mapping):
                    return mapping;
                case YamlMapping mapping:
                    for (var i = mapping.Members.Length - 1; i >= 0; i--)
                    {
                        if (mapping.Members[i].Key?.Value is not ("schema" or "validation" or "openAPIV3Schema" or "description"))
                            open.Push(mapping.Members[i].Value);
                    }

                    break;
                case YamlSequence sequence:
                    for (var i = sequence.Items.Length - 1; i >= 0; i--)
                        open.Push(sequence.Items[i]);
                    break;
                case YamlScalar { Style: YamlScalarStyle.Plain or YamlScalarStyle.DoubleQuoted or YamlScalarStyle.SingleQuoted } scalar when scalar.Value.Contains("{{", StringComparison.Ordinal):
                    return scalar;
            }
        }

        return null;
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmCrdsFolderTemplated),
        Title = "File in crds/ is no plain custom resource definition",
        MessageFormat = "'{0}' {1}",
        Rationale = "Helm installs the files of 'crds/' before everything else, without rendering them, and never upgrades or removes them.",
        WhenToIgnore = "Never: the object does not become what is written.",
        CatalogueSlugs = ["helm-crds-folder-templated"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Violations = [new("Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\n") { Beside = [new("crds/shops.yaml", "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: shops.example.com\n  labels:\n    app: [|{{ .Release.Name }}|]\n")] }],
        Fixed = [new("Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\n") { Beside = [new("crds/shops.yaml", "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: shops.example.com\n")] }],
    };
}
