using HardenBuild.Model.Helm;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Syntax.GoTemplate;
using HardenBuild.Syntax.GoTemplate.Nodes;

namespace HardenBuild.Rules.Helm.Objects;

/// <summary>A kind that is defined together with what uses it.</summary>
internal sealed class HelmCrdInTemplates() : ReleaseRule("HB5040", RuleSeverity.Warning, RuleSeverity.Warning)
{
    internal override bool IsOncePerChart => true;

    public override IEnumerable<Finding> Analyze(Release release)
    {
        foreach (var definition in release.Objects.OfKind("apiextensions.k8s.io", "CustomResourceDefinition"))
        {
            if (ReleaseHook.Of(definition) is not null)
                continue;
            var spec = new ManifestFields(definition.Root).Object("spec");
            var kind = spec.Object("names").Text("kind").Known?.Value ?? "";
            var resource = release.Objects.OfKind(spec.Text("group").Known?.Value ?? "", kind).FirstOrDefault(static candidate => ReleaseHook.Of(candidate) is null);
            if (resource is null && (release.Chart.Name.Contains("crd", StringComparison.OrdinalIgnoreCase) || definition.Annotations.Text("helm.sh/resource-policy").Is("keep") || IsSwitched(definition, release)))
                continue;
            var finding = Report(definition.Kind.Location, kind) with { LogicalPath = definition.LogicalPath };
            yield return resource is null
                ? finding with { AtMost = RuleSeverity.Suggestion }
                : finding with { Related = [new RelatedLocation(resource.Kind.Location, "Used here")] };
        }
    }

    /// <summary>A value whose name says so decides about the file.</summary>
    private static bool IsSwitched(KubernetesObject definition, Release release)
    {
        var source = release.OriginOf(definition.Kind.Location)?.Place.Source;
        return release.Chart.Parsed.Files.Where(file => file.Source == source).SelectMany(TemplateWalk.Nodes).OfType<BranchNode>()
            .SelectMany(static branch => TemplateWalk.Nodes(branch.Pipeline)).OfType<FieldNode>().Any(static field => field.Fields.Any(static name => name.Contains("crd", StringComparison.OrdinalIgnoreCase)));
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmCrdInTemplates),
        Title = "Custom resource definition stands among the templates",
        MessageFormat = "The definition of '{0}' is installed and removed with the release, and all objects of the kind with it; move it to 'crds/', or annotate it with 'helm.sh/resource-policy: keep'",
        Rationale = "Uninstalling the release deletes the definition and with it every object of the kind in the whole cluster. Where the chart uses the kind itself, the first installation fails, because Helm checks all objects before it makes any.",
        WhenToIgnore = "When the chart exists to install definitions.",
        CatalogueSlugs = ["helm-crd-in-templates"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Violations = [new("templates/crd.yaml", "apiVersion: apiextensions.k8s.io/v1\nkind: [|CustomResourceDefinition|]\nmetadata:\n  name: shops.example.com\nspec:\n  group: example.com\n  names:\n    kind: Shop\n    plural: shops\n")],
        Fixed = [new("templates/crd.yaml", "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: shops.example.com\n  annotations:\n    helm.sh/resource-policy: keep\nspec:\n  group: example.com\n  names:\n    kind: Shop\n    plural: shops\n")],
    };
}
