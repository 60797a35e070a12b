namespace HardenBuild.Model.Kubernetes.ControlPlane;

/// <summary>The programs of the control plane by name.</summary>
internal static class ComponentNames
{
    /// <param name="program">A program's name without folder and extension.</param>
    public static ControlPlaneComponent? Find(string? program) => program switch
    {
        "kube-apiserver" => ControlPlaneComponent.ApiServer,
        "kube-controller-manager" => ControlPlaneComponent.ControllerManager,
        "kube-scheduler" => ControlPlaneComponent.Scheduler,
        "etcd" => ControlPlaneComponent.Etcd,
        "kubelet" => ControlPlaneComponent.Kubelet,
        "kube-proxy" => ControlPlaneComponent.KubeProxy,
        _ => null,
    };

    /// <summary>The component behind the first argument of <c>hyperkube</c>, which was every component in one program until Kubernetes 1.19.</summary>
    public static ControlPlaneComponent? FindHyperkube(string? argument) => argument switch
    {
        "apiserver" => ControlPlaneComponent.ApiServer,
        "controller-manager" => ControlPlaneComponent.ControllerManager,
        "scheduler" => ControlPlaneComponent.Scheduler,
        "proxy" => ControlPlaneComponent.KubeProxy,
        _ => Find(argument),
    };

    /// <summary>A program that only keeps another one's log and is given its command.</summary>
    public static bool IsLogRunner(string? program) => program is "kube-log-runner" or "go-runner";

    /// <summary>Whether a script may start one of them: a script without the words need not be parsed.</summary>
    public static bool IsMentioned(string text) =>
        text.Contains("kube") || text.Contains("etcd");
}
