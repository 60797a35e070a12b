using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Secrets;

namespace HardenBuild.Rules.Kubernetes.Secrets;

/// <summary>Data about a person is written in a ConfigMap.</summary>
internal sealed class PersonalDataInConfigmap() : ManifestRule("HB3061", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        if (manifest.Kind.Value != "ConfigMap")
            yield break;
        foreach (var member in new ManifestFields(manifest.Root["data"]).Mapping?.EffectiveMembers() ?? [])
        {
            if (member.Key is not { } key || member.Value.AsScalar is not { } value)
                continue;
            foreach (var (span, what) in PersonalData.Find(key.Value, value.Value))
                yield return Report(value.LocationOf(span.Start, span.Length), manifest.Name.Known?.Value ?? "", what) with { LogicalPath = manifest.LogicalPath };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(PersonalDataInConfigmap),
        Title = "Data about a person is written in a ConfigMap",
        MessageFormat = "ConfigMap '{0}' holds {1}, which everyone with the role 'view' can read; keep data about people in a Secret or a database",
        Rationale =
            "Names, addresses and account numbers of people fall under laws on data protection wherever they are stored, and copies in "
            + "repositories are forgotten when they have to be deleted.",
        WhenToIgnore = "When the name belongs to a service and no person, which is so most of the time: the rule is off by default.",
        CatalogueSlugs = ["personal-data-in-configmap"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.Low,
        References = [RuleReference.Cwe(312), RuleReference.OwaspKubernetes("K08:2022"), RuleReference.OwaspKubernetes("K03:2025")],
        Aliases = ["trivy:KSV-01010"],
        IsAboutSecretValue = true,
        ComparedWith = "trivy also takes 'key', 'MD5' and other words of cryptography for data about people; they say nothing about any.",
        Violations =
        [
            new("configmap.yaml", """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: settings
                data:
                  contact: [|jane.doe@shop.test|]

                """),
            new("configmap.yaml", """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: settings
                data:
                  app.properties: |
                    colour=blue
                    phone=[|+49301234567|]

                """),
        ],
        Fixed =
        [
            new("configmap.yaml", """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: settings
                data:
                  contact: team-shop

                """),
        ],
    };
}
