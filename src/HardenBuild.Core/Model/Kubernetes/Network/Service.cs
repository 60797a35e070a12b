using System.Collections.Immutable;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Model.Kubernetes.Network;

/// <summary>A Service of the core group.</summary>
internal sealed class Service
{
    private const string InternalSuffix = "-internal";
    private readonly ManifestFields _spec;

    private Service(KubernetesObject manifest)
    {
        Object = manifest;
        _spec = new ManifestFields(manifest.Root["spec"]);
        Selector = LabelSelector.FromMap(manifest.Root.At("spec", "selector"));
        Ports = [.. _spec.Objects("ports").Select(static port => new ServicePort(port))];
    }

    public KubernetesObject Object { get; }

    /// <summary>Absent means <c>ClusterIP</c>.</summary>
    public Setting<string> Type => _spec.Text("type");

    public LabelSelector Selector { get; }

    public ImmutableArray<ServicePort> Ports { get; }

    public TextList ExternalIps => _spec.Texts("externalIPs");

    public TextList SourceRanges => _spec.Texts("loadBalancerSourceRanges");

    public Setting<string> LoadBalancerClass => _spec.Text("loadBalancerClass");

    /// <summary>Whether it has the port; a Service that stands for another name has them all.</summary>
    public Answer Offers(Setting<long> number, Setting<string> name)
    {
        if (Type.Is("ExternalName") || Type.IsUnknown || _spec.Mapping?["ports"]?.AsSequence is not { } ports || ports.Items.Length != Ports.Length)
            return Answer.Unknown;
        var answer = Answer.No;
        foreach (var port in Ports)
        {
            if ((number.Known is { } wanted && port.Number.Is(wanted.Value)) || (name.Known is { } called && port.Name.Is(called.Value)))
                return Answer.Yes;
            if (port.Number.IsUnknown || port.Name.IsUnknown)
                answer = Answer.Unknown;
        }

        return number.Known is null && name.Known is null ? Answer.Unknown : answer;
    }

    /// <summary>Reachable from outside of the cluster's network, as far as the type tells.</summary>
    public bool IsExposed => Type.Is("NodePort") || (Type.Is("LoadBalancer") && !IsInternal);

    /// <summary>The load balancer has an address of the private network only, or may have: annotations of the clouds and classes of local implementations.</summary>
    public bool IsInternal
    {
        get
        {
            if (Object.Annotations.IsUnknown || LoadBalancerClass.IsUnknown)
                return true;
            if (LoadBalancerClass.Known is { } name && IsLocalClass(name.Value))
                return true;
            foreach (var member in Object.Annotations.Mapping?.EffectiveMembers() ?? [])
            {
                if (member.Key is { } key && IsInternalAnnotation(key.Value, Object.Annotations.Text(key.Value)))
                    return true;
            }

            return false;
        }
    }

    /// <summary>Null for other kinds, and for Services of other groups such as Knative's.</summary>
    public static Service? From(KubernetesObject manifest) => manifest.Kind.Value == "Service" && manifest.ApiGroup.Length == 0 ? new Service(manifest) : null;

    public override string ToString() => Object.LogicalPath;

    private static bool IsLocalClass(string name) =>
        name.Contains("metallb", StringComparison.OrdinalIgnoreCase) || name.Contains("internal", StringComparison.OrdinalIgnoreCase)
        || name.Contains("private", StringComparison.OrdinalIgnoreCase) || name.Contains("kube-vip", StringComparison.OrdinalIgnoreCase) || name == "tailscale";

    private static bool IsInternalAnnotation(string key, Setting<string> value) => key switch
    {
        "service.beta.kubernetes.io/aws-load-balancer-scheme" => !value.Is("internet-facing"),
        "networking.gke.io/load-balancer-type" or "cloud.google.com/load-balancer-type" => !value.Is("External"),
        "service.kubernetes.io/qcloud-loadbalancer-internal-subnetid" => true,
        "service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type" or "service.beta.kubernetes.io/alicloud-loadbalancer-address-type" => !value.Is("internet"),
        "service.kubernetes.io/ibm-load-balancer-cloud-provider-ip-type" => !value.Is("public"),
        "tailscale.com/expose" => true,
        _ when key.StartsWith("metallb.universe.tf/", StringComparison.Ordinal) || key.StartsWith("metallb.io/", StringComparison.Ordinal) => true,
        _ => key.EndsWith(InternalSuffix, StringComparison.Ordinal) && key.Contains("load-balancer", StringComparison.Ordinal) && !value.Is("false"),
    };
}
