using HardenBuild.Model.Helm;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Rules.Helm.Objects;

/// <summary>A word of the values that YAML 1.1 reads as something else.</summary>
internal sealed class HelmYaml11WordAsString() : ReleaseRule("HB5024", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(Release release)
    {
        var seen = new HashSet<SourceLocation>();
        foreach (var (name, scalar) in TextFields.Of(release.Objects))
        {
            if (release.ActionOf(scalar.Location) is { Value: { } value } origin && Reports(scalar, origin) && seen.Add(value.Location))
                yield return Report(value.Location, value.Location.Source.Substring(value.Location.Span), scalar.Value, name) with { Related = [new RelatedLocation(origin.Place, "Printed here")] };
        }
    }

    /// <summary>Whether the whole field is a value that is written in another way than it is printed.</summary>
    internal static bool Reports(YamlScalar scalar, TextOrigin origin) =>
        origin.Value is { Next: null } value && value.Location.Source.Substring(value.Location.Span) is var word && word != scalar.Value && PlainType.ChangesText(word)
        && (YamlWords.CoreBoolean(scalar.Value) ?? (YamlWords.Integer(scalar.Value) is not null)) == (YamlWords.Yaml11Boolean(word) ?? true);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmYaml11WordAsString),
        Title = "Word of the values is read as another type",
        MessageFormat = "'{0}' without quotes is printed as '{1}' where '{2}' wants a text; put it in quotes",
        Rationale = "Helm reads values as YAML 1.1: 'yes', 'no', 'on' and 'off' are booleans, a number with a leading zero is octal, and underscores are left out. The country code NO becomes 'false', the postal code 01234 becomes '668'.",
        WhenToIgnore = "When the printed text is the one that is wanted.",
        CatalogueSlugs = ["helm-yaml11-word-as-string"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(704)],
        Violations = [new("values.yaml", "country: [|NO|]\n") { Beside = [new("templates/configmap.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n  Shop__Country: {{ .Values.country | quote }}\n")] }],
        Fixed = [new("values.yaml", "country: \"NO\"\n") { Beside = [new("templates/configmap.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n  Shop__Country: {{ .Values.country | quote }}\n")] }],
    };
}
