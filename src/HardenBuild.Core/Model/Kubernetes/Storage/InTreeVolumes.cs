namespace HardenBuild.Model.Kubernetes.Storage;

/// <summary>Volumes whose drivers were part of Kubernetes.</summary>
/// <remarks>Kubernetes documentation, Storage, Volumes, and the notes of the releases named here.</remarks>
internal static class InTreeVolumes
{
    /// <summary>The version since which nodes refuse such a volume; null for other types.</summary>
    public static string? RemovedIn(string type) => type switch
    {
        "flocker" or "quobyte" or "storageos" => "1.25",
        "scaleIO" => "1.22",
        "glusterfs" => "1.26",
        "cephfs" or "rbd" => "1.31",
        "photonPersistentDisk" => "1.32",
        _ => null,
    };

    /// <summary>The CSI driver that serves such a volume now, which has to be installed; null for other types.</summary>
    public static string? MigratedTo(string type) => type switch
    {
        "awsElasticBlockStore" => "ebs.csi.aws.com",
        "azureDisk" => "disk.csi.azure.com",
        "azureFile" => "file.csi.azure.com",
        "cinder" => "cinder.csi.openstack.org",
        "gcePersistentDisk" => "pd.csi.storage.gke.io",
        "portworxVolume" => "pxd.portworx.com",
        "vsphereVolume" => "csi.vsphere.vmware.com",
        _ => null,
    };
}
