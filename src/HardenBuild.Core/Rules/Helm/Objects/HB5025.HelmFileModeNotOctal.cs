using HardenBuild.Model.Helm;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Rules.Helm.Objects;

/// <summary>A file mode in the wrong base.</summary>
internal sealed class HelmFileModeNotOctal() : ReleaseRule("HB5025", RuleSeverity.Warning, RuleSeverity.Warning)
{
    private static readonly string[] LooksOctal = ["400", "440", "444", "500", "550", "555", "600", "640", "644", "660", "664", "666", "700", "750", "755", "770", "775", "777"];

    public override IEnumerable<Finding> Analyze(Release release)
    {
        foreach (var workload in release.Objects.Workloads)
        {
            if (!workload.Pod.IsLinux)
                continue;
            foreach (var volume in new ManifestFields(workload.Pod.Spec).Objects("volumes"))
            {
                foreach (var mode in Modes(volume))
                {
                    if (mode.IsUntypedPlain && Array.IndexOf(LooksOctal, mode.Value) >= 0)
                        yield return Report(mode.Location, mode.Value, "is a decimal number, '" + Octal(mode.Value) + "' in octal", "0" + mode.Value) with { LogicalPath = workload.LogicalPath };
                    else if (mode.Style is YamlScalarStyle.SingleQuoted or YamlScalarStyle.DoubleQuoted && YamlWords.Integer(mode.Value) is not null)
                        yield return Report(mode.Location, mode.Value, "is a text, which the API server refuses", mode.Value) with { LogicalPath = workload.LogicalPath };
                }
            }
        }
    }

    private static string Octal(string number) => "0" + Convert.ToString(int.Parse(number, System.Globalization.CultureInfo.InvariantCulture), 8);

    private static IEnumerable<YamlScalar> Modes(YamlMapping volume)
    {
        foreach (var kind in new[] { "configMap", "secret", "projected", "downwardAPI" })
        {
            if (volume[kind]?.AsMapping is not { } source)
                continue;
            if (source["defaultMode"] is YamlScalar mode)
                yield return mode;
            foreach (var item in new ManifestFields(source).Objects("items"))
            {
                if (item["mode"] is YamlScalar ofItem)
                    yield return ofItem;
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmFileModeNotOctal),
        Title = "File mode of a volume is in the wrong base",
        MessageFormat = "The file mode '{0}' {1}; write '{2}' without quotes",
        Rationale = "Kubernetes takes modes as numbers. 644 in decimal is 01204 in octal: the files cannot be read by the container's user and have the sticky bit. In quotes the API server refuses the pod.",
        WhenToIgnore = "When the decimal number is meant.",
        CatalogueSlugs = ["helm-file-mode-not-octal"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(732)],
        Violations = [new("templates/deployment.yaml", "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: example/web:1.2\n  volumes:\n    - name: settings\n      configMap:\n        name: appsettings\n        defaultMode: [|644|]\n")],
        Fixed = [new("templates/deployment.yaml", "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: example/web:1.2\n  volumes:\n    - name: settings\n      configMap:\n        name: appsettings\n        defaultMode: 0644\n")],
    };
}
