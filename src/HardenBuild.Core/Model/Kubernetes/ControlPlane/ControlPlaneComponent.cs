namespace HardenBuild.Model.Kubernetes.ControlPlane;

/// <summary>A program that makes up a Kubernetes cluster.</summary>
internal enum ControlPlaneComponent
{
    ApiServer,
    ControllerManager,
    Scheduler,
    Etcd,
    Kubelet,
    KubeProxy,
}
