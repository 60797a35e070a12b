namespace HardenBuild.Model.Kubernetes;

/// <summary>Which list of the pod a container stands in.</summary>
internal enum ContainerKind
{
    Container,
    InitContainer,
    EphemeralContainer,
}
