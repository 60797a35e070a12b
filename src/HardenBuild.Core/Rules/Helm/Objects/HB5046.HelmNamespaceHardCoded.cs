using HardenBuild.Model.Helm;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Text;

namespace HardenBuild.Rules.Helm.Objects;

/// <summary>A namespace that the installation cannot choose.</summary>
internal sealed class HelmNamespaceHardCoded() : ReleaseRule("HB5046", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    internal override bool IsOncePerChart => true;

    public override IEnumerable<Finding> Analyze(Release release)
    {
        foreach (var manifest in release.Objects.Objects)
        {
            // Rules of a monitoring stack are put where it looks for them.
            if (manifest.Kind.Value == "Namespace" || manifest.ApiGroup == "monitoring.coreos.com")
                continue;
            if (manifest.Namespace.Known is { } own && IsFixed(own, release))
                yield return Report(own.Location, own.Value) with { LogicalPath = manifest.LogicalPath };
            foreach (var subject in manifest.RoleBinding?.Subjects ?? [])
            {
                if (subject.Namespace.Known is { } other && IsFixed(other, release))
                    yield return Report(other.Location, other.Value) with { LogicalPath = manifest.LogicalPath };
            }
        }
    }

    private static bool IsFixed(Located<string> name, Release release) => name.Value is not ("kube-system" or "kube-public" or "kube-node-lease") && release.IsWritten(name.Location);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmNamespaceHardCoded),
        Title = "Template names a namespace",
        MessageFormat = "The object is put into '{0}' wherever the chart is installed; write '{{{{ .Release.Namespace }}}}'",
        Rationale = "A chart goes to the namespace that 'helm install' names. An object that ignores it cannot be installed twice, escapes the namespace's policies, and is missed by whoever looks for the release there.",
        WhenToIgnore = "When the object belongs to a namespace of another system by design.",
        CatalogueSlugs = ["helm-namespace-hard-coded"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Violations = [new("templates/configmap.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: appsettings\n  namespace: [|production|]\n")],
        Fixed = [new("templates/configmap.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: appsettings\n  namespace: {{ .Release.Namespace }}\n")],
    };
}
