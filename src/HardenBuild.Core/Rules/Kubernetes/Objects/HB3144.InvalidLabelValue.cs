using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Objects;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Rules.Kubernetes.Objects;

/// <summary>A label that the API refuses.</summary>
internal sealed class InvalidLabelValue() : ManifestRule("HB3144", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        foreach (var labels in LabelMaps.Of(manifest))
        {
            foreach (var member in labels.Members)
            {
                if (member.Key is not { } key || Placeholders.IsPlaceholder(key.Value))
                    continue;
                if (!LabelSyntax.IsKey(key.Value))
                    yield return Wrong(manifest, key.Location, key.Value, "has an invalid name");
                else if (member.Value.AsScalar is { } value && !Placeholders.IsPlaceholder(value.Value) && Problem(value) is { } problem)
                    yield return Wrong(manifest, value.Location, key.Value, problem);
            }
        }
    }

    private static string? Problem(YamlScalar value) =>
        value.AsYaml11Boolean is not null || (value.Style == YamlScalarStyle.Plain && LabelSyntax.IsNumber(value.Value)) ? $"has the value '{value.Value}', which is no text without quotes"
        : !value.IsNull && !LabelSyntax.IsValue(value.Value) ? $"has the value '{value.Value}', which is invalid"
        : null;

    private Finding Wrong(KubernetesObject manifest, SourceLocation location, string key, string problem) =>
        Report(location, manifest.LogicalPath, key, problem) with { LogicalPath = manifest.LogicalPath };

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(InvalidLabelValue),
        Title = "Label is invalid",
        MessageFormat = "Label '{1}' of '{0}' {2}; correct it",
        Rationale =
            "The API server refuses the object. Values are at most 63 letters, digits, '-', '_' and '.', begin and end with a "
            + "letter or digit, and must be text: '1.10' and 'true' need quotes.",
        WhenToIgnore = "Never: the object is refused.",
        CatalogueSlugs = ["invalid-label-value"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["kube-score:label-values", "kics:Metadata Label Is Invalid"],
        Violations =
        [
            new("shop.yaml", """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: api
                  labels:
                    app: [|shop api|]
                spec:
                  containers:
                    - name: api
                      image: registry.example.com/api:1.4.2

                """),
        ],
        Fixed =
        [
            new("shop.yaml", """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: api
                  labels:
                    app: shop-api
                spec:
                  containers:
                    - name: api
                      image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
