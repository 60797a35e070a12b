using System.Collections.Immutable;
using HardenBuild.Model.Kubernetes.Sets;
using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Model.Kubernetes.Network;

/// <summary>A network policy of Kubernetes or, as far as it can be compared, of a network plugin.</summary>
internal sealed class NetworkPolicy
{
    private NetworkPolicy(KubernetesObject manifest, LabelSelector pods)
    {
        Object = manifest;
        Pods = pods;
        Spec = new ManifestFields(manifest.Root["spec"]);
    }

    public KubernetesObject Object { get; }

    public ManifestFields Spec { get; }

    public LabelSelector Pods { get; }

    /// <summary>Of Kubernetes itself; the fields of others are known only so far.</summary>
    public bool IsStandard { get; private init; }

    /// <summary>Holds in every namespace.</summary>
    public bool IsClusterWide { get; private init; }

    /// <summary>Whether it limits who may reach the pods.</summary>
    public Answer LimitsIngress { get; private init; }

    /// <summary>Whether it limits whom the pods may reach.</summary>
    public Answer LimitsEgress { get; private init; }

    public ImmutableArray<PolicyPeers> Ingress => [.. Spec.Objects("ingress").Select(static rule => new PolicyPeers(rule, "from"))];

    public ImmutableArray<PolicyPeers> Egress => [.. Spec.Objects("egress").Select(static rule => new PolicyPeers(rule, "to"))];

    /// <summary>The policies that an object holds: none for other kinds, several for Cilium's lists.</summary>
    public static IEnumerable<NetworkPolicy> From(KubernetesObject manifest)
    {
        if (!manifest.Kind.Value.EndsWith("NetworkPolicy", StringComparison.Ordinal))
            return [];
        return manifest.ApiGroup switch
        {
            "cilium.io" => Cilium(manifest),
            "projectcalico.org" or "crd.projectcalico.org" => [Calico(manifest)],
            var group when manifest.Kind.Value == "NetworkPolicy" && (group == "networking.k8s.io" || group.IndexOf('.') < 0) => [Standard(manifest)],
            _ => [new NetworkPolicy(manifest, LabelSelector.Unknown) { IsClusterWide = true, LimitsIngress = Answer.Unknown, LimitsEgress = Answer.Unknown }],
        };
    }

    /// <summary>Whether it holds in a namespace.</summary>
    public Answer IsIn(Setting<string> @namespace) => IsClusterWide ? Answer.Yes : Namespaces.AreSame(Object.Namespace, @namespace);

    /// <summary>Whether it closes a direction for every pod of its namespaces and opens nothing.</summary>
    /// <param name="direction"><c>ingress</c> or <c>egress</c>.</param>
    public Answer DeniesAll(string direction)
    {
        var limits = direction == "ingress" ? LimitsIngress : LimitsEgress;
        if (limits == Answer.No || !Pods.IsEmpty)
            return limits != Answer.No && Pods.Matches(default) == Answer.Unknown ? Answer.Unknown : Answer.No;
        if (!IsStandard)
            return Answer.Unknown;
        var rules = Spec.Mapping?[direction];
        var isEmpty = rules is null || rules.AsScalar is { IsNull: true } || rules.AsSequence is { Items.IsEmpty: true };
        return isEmpty ? limits : rules!.AsSequence is null ? Answer.Unknown : Answer.No;
    }

    public override string ToString() => Object.LogicalPath;

    private static NetworkPolicy Standard(KubernetesObject manifest)
    {
        var spec = new ManifestFields(manifest.Root["spec"]);
        var types = spec.Texts("policyTypes");
        var isDefault = !types.IsUnknown && types.Items.IsEmpty;
        return new NetworkPolicy(manifest, spec.IsUnknown ? LabelSelector.Unknown : LabelSelector.From(spec.Mapping?["podSelector"]))
        {
            IsStandard = true,
            LimitsIngress = isDefault ? Answer.Yes : Named("Ingress"),
            // Without policyTypes the rules decide: https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-resource
            LimitsEgress = !isDefault ? Named("Egress") : spec.Mapping?["egress"] is not { } egress || egress.AsScalar is { IsNull: true } ? Answer.No
                : egress.AsSequence is not { } rules ? Answer.Unknown : rules.Items.IsEmpty ? Answer.No : Answer.Yes,
        };

        Answer Named(string type) => types.Items.Any(item => item.Value == type) ? Answer.Yes : types.IsUnknown ? Answer.Unknown : Answer.No;
    }

    private static IEnumerable<NetworkPolicy> Cilium(KubernetesObject manifest)
    {
        foreach (var spec in new ManifestFields(manifest.Root).Objects("specs"))
            yield return Of(spec);
        if (manifest.Root["spec"]?.AsMapping is { } single)
            yield return Of(single);

        NetworkPolicy Of(YamlMapping spec) => new(manifest, spec["endpointSelector"] is { } selector ? LabelSelector.From(selector) : LabelSelector.Unknown)
        {
            IsClusterWide = manifest.Kind.Value == "CiliumClusterwideNetworkPolicy",
            LimitsIngress = spec["ingress"] is null && spec["ingressDeny"] is null ? Answer.No : Answer.Yes,
            LimitsEgress = spec["egress"] is null && spec["egressDeny"] is null ? Answer.No : Answer.Yes,
        };
    }

    // Calico's selectors are a language of their own; only the ones for everything are understood.
    private static NetworkPolicy Calico(KubernetesObject manifest)
    {
        var spec = new ManifestFields(manifest.Root["spec"]);
        var selector = spec.Text("selector");
        return new NetworkPolicy(manifest, (selector.IsAbsent && !spec.IsUnknown) || selector.Is("all()") ? LabelSelector.Everything : LabelSelector.Unknown)
        {
            IsClusterWide = manifest.Kind.Value == "GlobalNetworkPolicy",
            LimitsIngress = Answer.Unknown,
            LimitsEgress = Answer.Unknown,
        };
    }
}
