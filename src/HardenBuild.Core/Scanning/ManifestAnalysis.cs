using System.Collections.Immutable;
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
    // As many objects together keep a processor busy for a few milliseconds.
    private const int Batch = 128;

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
        }

        foreach (var workload in manifests.Workloads)
        {
            foreach (var container in workload.Containers)
                result.Constructs.Add(container.Root.Span);
            if (workload.Pod.Spec != workload.Object.Root["spec"])
                AddAnnotation(workload.Pod.Annotations, workload.Pod.Spec.Span, result);
        }

        Run(RuleCatalog.Manifest, manifests.Objects, static (rule, manifest) => rule.Analyze(manifest), selection, result);
        Run(RuleCatalog.Workload, manifests.Workloads, static (rule, workload) => rule.Analyze(workload), selection, result);
        AddPeerAnnotations(manifests, result);
        return (result, manifests);
    }

    /// <summary>Runs the rules on each subject; the subjects of a long stream are shared out among the processors.</summary>
    private static void Run<TRule, TSubject>(
        ImmutableArray<TRule> catalog,
        ImmutableArray<TSubject> subjects,
        Func<TRule, TSubject, IEnumerable<Finding>> analyze,
        RuleSelection.FileSelection selection,
        FileFindings result)
        where TRule : Rule
    {
        TRule[] rules = [.. catalog.Where(rule => selection.Runs(rule))];
        if (subjects.Length < 2 * Batch)
        {
            RunOn(0, subjects.Length, result.Findings);
            return;
        }

        var batches = new List<Finding>[(subjects.Length + Batch - 1) / Batch];
        new TwoEndedLoop(batches.Length, batch => RunOn(batch * Batch, Math.Min(subjects.Length, (batch + 1) * Batch), batches[batch] = []), CancellationToken.None).Run();
        foreach (var findings in batches)
            result.Findings.AddRange(findings);

        void RunOn(int from, int to, List<Finding> findings)
        {
            for (var i = from; i < to; i++)
            {
                foreach (var rule in rules)
                    RuleGuard.Run(rule, subjects[i], analyze, result.Source, findings);
            }
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
