using HardenBuild.Model.Kubernetes.Sets;
using HardenBuild.Rules;
using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes.Rbac;

/// <summary>Which account a pod runs as, and whether it gets the account's token.</summary>
internal static class ServiceAccounts
{
    public const string Default = "default";

    private const string Automount = "automountServiceAccountToken";

    /// <summary>The field that names the account: <c>serviceAccountName</c>, or the older <c>serviceAccount</c>.</summary>
    public static Setting<string> FieldOf(PodTemplate pod)
    {
        var spec = new ManifestFields(pod.Spec);
        return spec.Text("serviceAccountName").Or(spec.Text("serviceAccount"));
    }

    /// <summary>The account's name; null where it cannot be told.</summary>
    public static string? NameOf(PodTemplate pod)
    {
        var field = FieldOf(pod);
        return field.IsUnknown ? null : field.Known is { Value.Length: > 0 } name ? name.Value : Default;
    }

    public static Setting<bool> AutomountOf(PodTemplate pod) => new ManifestFields(pod.Spec).Boolean(Automount);

    public static Setting<bool> AutomountOf(KubernetesObject account) => new ManifestFields(account.Root).Boolean(Automount);

    /// <summary>What decides that the token is mounted: the pod's field, else the token that stands for the workload.</summary>
    public static SourceLocation TokenLocation(Workload workload) => AutomountOf(workload.Pod).Known?.Location ?? workload.Object.NameLocation;

    /// <summary>The places at which rules report the account or its token.</summary>
    public static IEnumerable<RelatedLocation> TokenPlaces(Workload workload)
    {
        if (AutomountOf(workload.Pod).Known is { } field)
            yield return new RelatedLocation(field.Location, "The token is mounted here");
        else if (FieldOf(workload.Pod).Known is not null)
            yield return new RelatedLocation(workload.Object.NameLocation, "The token is mounted by default");
    }

    /// <summary>Whether the workload's name says that it works with the API: such a pod needs its token.</summary>
    public static bool LooksLikeApiClient(Workload workload)
    {
        if (workload.Object.Name.Known is not { } name)
            return true;
        foreach (var word in name.Value.Split('-', '.'))
        {
            if (word is "operator" or "controller" or "manager" or "provisioner" or "scheduler" or "autoscaler" or "webhook" or "agent" or "exporter" or "metrics" or "dashboard" or "proxy" or "ingress" or "csi" or "argocd" or "flux" or "prometheus")
                return true;
        }

        return false;
    }

    /// <summary>Whether the containers get the token. The pod decides, else its account; an account out of sight has Kubernetes' default, which is yes.</summary>
    public static Answer MountsToken(Workload workload, ManifestSet set)
    {
        var own = AutomountOf(workload.Pod);
        if (own.IsUnknown || NameOf(workload.Pod) is not { } name)
            return Answer.Unknown;
        if (own.Known is { } decided)
            return decided.Value ? Answer.Yes : Answer.No;
        var isDisabled = false;
        foreach (var account in set.Named("ServiceAccount", workload.Object.Namespace, name))
        {
            var setting = AutomountOf(account);
            if (setting.IsUnknown)
                return Answer.Unknown;
            isDisabled |= setting.Is(false);
        }

        return isDisabled ? Answer.No : Answer.Yes;
    }
}
