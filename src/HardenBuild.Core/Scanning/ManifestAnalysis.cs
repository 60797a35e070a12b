using HardenBuild.Configuration;
using HardenBuild.Configuration.Annotations;
using HardenBuild.Configuration.Dialects;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Sets;
using HardenBuild.Rules;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Scanning;

/// <summary>A Kubernetes manifest, from text to findings.</summary>
internal static class ManifestAnalysis
{
    /// <returns>The findings of the rules about single objects, and the objects, for the rules about all of them.</returns>
    public static (FileFindings Findings, ManifestFile Manifests) Run(SourceText source, RuleSelection rules)
    {
        var (file, result) = YamlAnalysis.Read(source, PeerDialects.Kubernetes);
        result.Blocks = YamlBlocks.Of(file);
        var selection = rules.For(source.Path);
        foreach (var document in file.Documents)
            result.Constructs.Add(document.Span);
        var manifests = ManifestReader.Read(file, selection.Options);
        foreach (var manifest in manifests.Objects)
        {
            result.Constructs.Add(manifest.Root.Span);
            result.Objects.Add(manifest.Root.Span);
            AddAnnotation(manifest.Annotations, manifest.Root.Span, result);
            foreach (var rule in RuleCatalog.Manifest)
            {
                if (selection.Runs(rule))
                    RuleGuard.Run(rule, manifest, static (rule, manifest) => rule.Analyze(manifest), source, result.Findings);
            }
        }

        foreach (var workload in manifests.Workloads)
            Analyze(workload, selection, result);
        AddPeerAnnotations(manifests, result);
        return (result, manifests);
    }

    private static void Analyze(Workload workload, RuleSelection.FileSelection selection, FileFindings result)
    {
        foreach (var container in workload.Containers)
            result.Constructs.Add(container.Root.Span);
        if (workload.Pod.Spec != workload.Object.Root["spec"])
            AddAnnotation(workload.Pod.Annotations, workload.Pod.Spec.Span, result);
        foreach (var rule in RuleCatalog.Workload)
        {
            if (selection.Runs(rule))
                RuleGuard.Run(rule, workload, static (rule, workload) => rule.Analyze(workload), result.Source, result.Findings);
        }
    }

    private static void AddPeerAnnotations(ManifestFile manifests, FileFindings result)
    {
        var next = 0;
        foreach (var manifest in manifests.Objects)
        {
            // Workloads are objects too, in the same order.
            var runsPods = next < manifests.Workloads.Length && manifests.Workloads[next].Object == manifest;
            var target = new AnnotatedObject(manifest, runsPods ? manifests.Workloads[next++] : null);
            foreach (var dialect in PeerDialects.Annotations)
                result.PeerAnnotations.AddRange(dialect.Read(target));
        }
    }

    private static void AddAnnotation(ManifestFields annotations, TextSpan subject, FileFindings result)
    {
        if (annotations.Mapping?[AnnotationSuppression.Key] is YamlScalar { Span.IsEmpty: false } value)
            result.Annotations.Add(new AnnotationSuppression(value.Span, subject));
    }
}
