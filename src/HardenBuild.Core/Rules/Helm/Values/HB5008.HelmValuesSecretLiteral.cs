using HardenBuild.Model.Helm;
using HardenBuild.Model.Secrets;
using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Rendering.Helm.ChartValues;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Text;

namespace HardenBuild.Rules.Helm.Values;

/// <summary>A credential in a values file.</summary>
internal sealed class HelmValuesSecretLiteral() : ChartRule("HB5008", RuleSeverity.Warning, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(ChartModel chart)
    {
        foreach (var finding in In(chart.Chart.Values, isTrial: false))
            yield return finding;
        foreach (var scenario in chart.Scenarios)
        {
            foreach (var file in scenario.Values.Files)
            {
                if (Read(file) is { } values)
                {
                    foreach (var finding in In(values, scenario.IsTrial))
                        yield return finding;
                }
            }
        }
    }

    private static GoMap? Read(SourceText file)
    {
        try
        {
            return ValuesFile.Read(file);
        }
        catch (ChartException)
        {
            // Told about where the file is used.
            return null;
        }
    }

    private IEnumerable<Finding> In(GoMap root, bool isTrial)
    {
        var open = new Stack<(string Name, GoValue Value)>();
        open.Push(("", root));
        while (open.Count > 0)
        {
            var (name, value) = open.Pop();
            switch (value)
            {
                case GoMap map:
                    var named = map.Entries.TryGetValue("name", out var key) && key is GoString { Value.Length: > 0 } text ? text.Value : null;
                    foreach (var entry in map.Entries)
                        open.Push((entry.Key == "value" && named is not null ? named : entry.Key, entry.Value));
                    break;
                case GoList list:
                    foreach (var item in list.Items)
                        open.Push((name, item));
                    break;
                case GoString { Origin: { } origin } literal when IsSecret(name, literal.Value):
                    yield return Report(origin.Location, origin.Path) with { AtMost = isTrial || Placeholder.IsPlaceholder(literal.Value) ? RuleSeverity.Suggestion : RuleSeverity.Error };
                    break;
            }
        }
    }

    private static bool IsSecret(string name, string value) =>
        value.Length > 0 && !IsReference(name, value) && (!SecretScanner.Find(value).IsEmpty || SecretKeys.IsSecret(name));

    // The name of a Secret or of a key in it, a path, something that is filled in or encrypted.
    private static bool IsReference(string name, string value) =>
        name.StartsWith("existing", StringComparison.OrdinalIgnoreCase) || name.EndsWith("Key", StringComparison.Ordinal) || name.EndsWith("Ref", StringComparison.Ordinal)
        || value.Contains("{{", StringComparison.Ordinal) || value.Contains("${", StringComparison.Ordinal) || value.StartsWith("ENC[", StringComparison.Ordinal)
        || value.StartsWith("ref+", StringComparison.Ordinal) || value.StartsWith("vault:", StringComparison.Ordinal) || value[0] is '/' or '<';

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmValuesSecretLiteral),
        Title = "Values file holds a credential",
        MessageFormat = "'{0}' holds a credential in a file that the repository keeps for ever; take an existing Secret, or encrypt the file",
        Rationale = "Values files are committed, packed into the chart, and stored in the release. Everybody who can read one of these has the credential, also after it was removed.",
        WhenToIgnore = "When the value is a placeholder that cannot be mistaken for a password, or the file is for a test system; both are suggestions.",
        CatalogueSlugs = ["helm-values-secret-literal"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(798), RuleReference.OwaspKubernetes("K08:2022")],
        IsAboutSecretValue = true,
        Violations = [new("values.yaml", "db:\n  user: shop\n  password: [|Pr0d-9fK2xQ7|]\n") { Beside = [new("templates/deployment.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n")] }],
        Fixed = [new("values.yaml", "db:\n  user: shop\n  existingSecret: shop-db\n") { Beside = [new("templates/deployment.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n")] }],
    };
}
