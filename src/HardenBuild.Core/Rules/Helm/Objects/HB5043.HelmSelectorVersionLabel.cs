using HardenBuild.Model.Helm;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Rules.Helm.Templates;
using HardenBuild.Syntax.GoTemplate;
using HardenBuild.Syntax.GoTemplate.Nodes;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Rules.Helm.Objects;

/// <summary>A selector that changes with each version.</summary>
internal sealed class HelmSelectorVersionLabel() : ReleaseRule("HB5043", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(Release release)
    {
        foreach (var manifest in release.Objects.Objects)
        {
            foreach (var (selector, isFixed) in Selectors(manifest))
            {
                foreach (var member in selector.Members)
                {
                    if (member.Key is { } key && member.Value.AsScalar is { } value && Changing(value, release) is { } cause)
                    {
                        yield return Report(new SourceLocation(value.Source, value.ContentSpan), key.Value, cause, isFixed ? "so the next upgrade fails, because a selector cannot be changed" : "so that it misses the old pods during each upgrade") with
                        {
                            LogicalPath = manifest.LogicalPath,
                            AtMost = isFixed ? RuleSeverity.Error : RuleSeverity.Suggestion,
                        };
                    }
                }
            }
        }
    }

    private static IEnumerable<(YamlMapping Labels, bool IsFixed)> Selectors(KubernetesObject manifest)
    {
        var spec = new ManifestFields(manifest.Root).Object("spec");
        switch (manifest.Kind.Value)
        {
            case "Deployment" or "StatefulSet" or "DaemonSet" or "ReplicaSet":
                if (spec.Object("selector").Object("matchLabels").Mapping is { } ofPods)
                    yield return (ofPods, true);
                foreach (var claim in spec.Objects("volumeClaimTemplates"))
                {
                    if (new ManifestFields(claim).Object("metadata").Object("labels").Mapping is { } ofClaim)
                        yield return (ofClaim, true);
                }

                break;
            case "Service" when manifest.ApiGroup.Length == 0:
                if (spec.Object("selector").Mapping is { } ofService)
                    yield return (ofService, false);
                break;
            case "PodDisruptionBudget" or "NetworkPolicy":
                if (spec.Object(manifest.Kind.Value == "NetworkPolicy" ? "podSelector" : "selector").Object("matchLabels").Mapping is { } ofPolicy)
                    yield return (ofPolicy, false);
                break;
        }
    }

    /// <summary>What makes the text another one with each version; null where nothing does for certain.</summary>
    private static string? Changing(YamlScalar value, Release release)
    {
        if (!release.Texts.TryGetValue(value.Source, out var text))
            return null;
        var span = value.ContentSpan;
        for (var i = text.IndexAt(span.Start); i >= 0 && i < text.Segments.Length && text.Segments[i].Start < span.End; i++)
        {
            var origin = text.Segments[i].Origin;
            if (!origin.IsVerbatim && TemplateActions.Find(release.Chart.Parsed.Files, origin.Place) is { } action && Cause(action) is { } cause)
                return cause;
        }

        return null;
    }

    private static string? Cause(GoTemplateNode action)
    {
        foreach (var node in TemplateWalk.Nodes(action))
        {
            var fields = node is FieldNode field ? field.Fields : node is VariableNode { Name: "$", Fields: var ofVariable } ? ofVariable : [];
            if (fields is ["Chart", "Version" or "AppVersion"] or ["Release", "Revision"])
                return "." + string.Join(".", fields);
            if (fields is ["Values", .., "image", "tag"])
                return "." + string.Join(".", fields);
            if (node is FunctionNode { Name: "now" or "uuidv4" or "randAlphaNum" or "randAlpha" or "randNumeric" or "randAscii" } function)
                return function.Name;
        }

        return null;
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmSelectorVersionLabel),
        Title = "Selector holds a label that changes with each version",
        MessageFormat = "The selector's label '{0}' comes from '{1}', {2}; select by name and instance only",
        Rationale = "The selector of a Deployment, StatefulSet or DaemonSet is fixed once the object exists. A chart that puts its version into it installs well and fails at the first upgrade.",
        WhenToIgnore = "When the object gets another name with each version too.",
        CatalogueSlugs = ["helm-selector-version-label"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Violations = [new("templates/deployment.yaml", "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector:\n    matchLabels:\n      app: web\n      version: {{ [|.Chart.Version|] }}\n  template:\n    metadata:\n      labels:\n        app: web\n        version: {{ .Chart.Version | quote }}\n    spec:\n      containers:\n        - name: web\n          image: example/web:1.2\n".Replace("\\|", "|"))],
        Fixed = [new("templates/deployment.yaml", "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector:\n    matchLabels:\n      app: web\n  template:\n    metadata:\n      labels:\n        app: web\n        version: {{ .Chart.Version | quote }}\n    spec:\n      containers:\n        - name: web\n          image: example/web:1.2\n")],
    };
}
