using System.Collections.Immutable;
using HardenBuild.Configuration;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Sets;
using HardenBuild.Rules;
using HardenBuild.Rules.Kubernetes;
using HardenBuild.Rules.Tool;
using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Scanning.Scoring;

/// <summary>Counts points by asking the rules that decide like kubesec, whatever their severity; suppressions give no points.</summary>
/// <remarks>Other than in kubesec, points are earned only where every container deserves them, and every kind that runs pods is counted.</remarks>
internal sealed class ManifestScoring
{
    private const string Peer = "kubesec";

    private readonly ManifestSet _set;
    private readonly ObjectFinder _objects;
    private readonly List<(KubesecCheck Check, ImmutableArray<Rule> Rules)> _checks = [];
    private readonly Dictionary<ManifestSetRule, HashSet<KubernetesObject>> _ofSet = [];

    private ManifestScoring(ManifestSet set, RuleIndex rules)
    {
        _set = set;
        _objects = new ObjectFinder(set.Objects);
        foreach (var check in KubesecChecks.All)
        {
            var deciding = rules.OfManifests.Aliases.Find(Peer, check.Id);
            if (check.WiderRule is { } id && rules.ById(id) is { } wider)
                deciding = deciding.Add(wider);
            if (!deciding.IsEmpty)
                _checks.Add((check, deciding));
        }
    }

    /// <summary>The objects of all files, and the documents that are no YAML, in the order of the text.</summary>
    public static ImmutableArray<ManifestScore> Run(ManifestSet set, IReadOnlyList<FileFindings> files, RuleIndex rules)
    {
        var scoring = new ManifestScoring(set, rules);
        var scores = new List<(string Path, int Start, ManifestScore Score)>();
        var broken = new HashSet<KubernetesObject>();
        foreach (var error in files.SelectMany(static file => file.Findings).Where(static finding => finding.Rule is YamlSyntaxError))
        {
            var place = error.Location;
            if (scoring._objects.At(place) is not { } manifest)
                scores.Add((place.Source.Path, place.Span.Start, new ManifestScore(place.Source.Path, "Unknown") { Problem = error.Message }));
            else if (broken.Add(manifest))
                scores.Add((manifest.Path, manifest.Root.Span.Start, new ManifestScore(manifest.Path, Name(manifest)) { Problem = error.Message }));
        }

        foreach (var manifest in set.Objects)
        {
            if (!broken.Contains(manifest))
                scores.Add((manifest.Path, manifest.Root.Span.Start, scoring.Score(manifest)));
        }

        return [.. scores.OrderBy(static score => score.Path, StringComparer.Ordinal).ThenBy(static score => score.Start).Select(static score => score.Score)];
    }

    private static string Name(KubernetesObject manifest) =>
        $"{manifest.Kind.Value}/{manifest.Name.Known?.Value ?? "undefined"}.{manifest.Namespace.Known?.Value ?? "default"}";

    private ManifestScore Score(KubernetesObject manifest)
    {
        var critical = ImmutableArray.CreateBuilder<ScoredCheck>();
        var passed = ImmutableArray.CreateBuilder<ScoredCheck>();
        var advised = ImmutableArray.CreateBuilder<ScoredCheck>();
        foreach (var (check, rules) in _checks)
        {
            if (!IsAbout(check.Subject, manifest))
                continue;
            var isFound = rules.Any(rule => Finds(rule, check, manifest));
            var scored = new ScoredCheck(check.Id, check.Selector, check.Reason, check.Points, rules[0].HelpUri);
            if (check.Points < 0 && isFound)
                critical.Add(scored);
            else if (check.Points >= 0)
                (isFound || !IsEarned(check, manifest) ? advised : passed).Add(scored);
        }

        return new ManifestScore(manifest.Path, Name(manifest)) { Critical = critical.ToImmutable(), Passed = passed.ToImmutable(), Advised = advised.ToImmutable() };
    }

    private bool IsAbout(KubesecSubject subject, KubernetesObject manifest) => subject switch
    {
        KubesecSubject.Pods => _set.WorkloadOf(manifest) is not null,
        KubesecSubject.VolumeClaims => manifest.Kind.Value == "StatefulSet" && manifest.Root.At("spec", "volumeClaimTemplates") is YamlSequence { Items.IsEmpty: false },
        _ => manifest.Kind.Value is "RoleBinding" or "ClusterRoleBinding",
    };

    private bool IsEarned(KubesecCheck check, KubernetesObject manifest) =>
        check.Earns is null || (_set.WorkloadOf(manifest) is { } workload && check.Earns(workload));

    private bool Finds(Rule rule, KubesecCheck check, KubernetesObject manifest)
    {
        if (rule is ManifestSetRule ofSet)
            return OfSet(ofSet, check).Contains(manifest);
        var found = new List<Finding>();
        if (rule is ManifestRule ofObject)
            RuleGuard.Run(ofObject, manifest, static (rule, manifest) => rule.Analyze(manifest), manifest.Root.Source, found);
        else if (rule is WorkloadRule ofPods && _set.WorkloadOf(manifest) is { } workload)
            RuleGuard.Run(ofPods, workload, static (rule, workload) => rule.Analyze(workload), manifest.Root.Source, found);
        return found.Exists(finding => finding.Rule == rule && check.Counts?.Invoke(finding) != false);
    }

    private HashSet<KubernetesObject> OfSet(ManifestSetRule rule, KubesecCheck check)
    {
        if (_ofSet.TryGetValue(rule, out var known))
            return known;
        var found = new List<Finding>();
        RuleGuard.Run(rule, _set, static (rule, set) => rule.Analyze(set), _set.Objects[0].Root.Source, found);
        var objects = new HashSet<KubernetesObject>();
        foreach (var finding in found)
        {
            if (finding.Rule == rule && check.Counts?.Invoke(finding) != false && _objects.At(finding.Location) is { } manifest)
                objects.Add(manifest);
        }

        _ofSet.Add(rule, objects);
        return objects;
    }
}
