using System.Collections.Immutable;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes.ControlPlane;

/// <summary>Finds the options of control-plane components in an object: pods, kubeadm's and the components' own configuration, ConfigMaps that hold one.</summary>
internal static class ControlPlaneReader
{
    // Kubernetes documentation, ConfigMaps: the data cannot exceed 1 MiB.
    private const int MaxConfigMap = 1024 * 1024;

    public static ImmutableArray<ComponentOptions> Read(KubernetesObject manifest)
    {
        if (PodPaths.Find(manifest) is { } path)
            return ReadContainers(manifest, path);
        if (manifest.Kind.Value == "ConfigMap" && manifest.ApiGroup.Length == 0)
            return ReadConfigMap(manifest);
        if (!IsConfiguration(manifest.ApiGroup))
            return [];
        var options = ImmutableArray.CreateBuilder<ComponentOptions>();
        ReadConfiguration(manifest.Root, manifest.LogicalPath, whole: null, options);
        return options.ToImmutable();
    }

    private static ImmutableArray<ComponentOptions> ReadContainers(KubernetesObject manifest, string[] path)
    {
        if (manifest.Root.At(path)?.AsMapping?["spec"]?.AsMapping?["containers"]?.AsSequence is not { } containers)
            return [];
        ImmutableArray<ComponentOptions>.Builder? options = null;
        foreach (var item in containers.Items)
        {
            if (item.AsMapping is { Members.IsEmpty: false } container && ContainerCommandReader.Read(container, manifest.LogicalPath) is { } found)
                (options ??= ImmutableArray.CreateBuilder<ComponentOptions>()).Add(found);
        }

        return options?.ToImmutable() ?? [];
    }

    private static bool IsConfiguration(string group) => group is
        "kubeadm.k8s.io" or "kubelet.config.k8s.io" or "kubeproxy.config.k8s.io" or "kubescheduler.config.k8s.io"
        or "controlplane.cluster.x-k8s.io" or "bootstrap.cluster.x-k8s.io";

    private static ImmutableArray<ComponentOptions> ReadConfigMap(KubernetesObject manifest)
    {
        if (manifest.Root["data"]?.AsMapping is not { } data)
            return [];
        ImmutableArray<ComponentOptions>.Builder? options = null;
        foreach (var member in data.Members)
        {
            // An alias stands for a text that was read where it is written.
            if (member.Value is not YamlScalar { Value.Length: <= MaxConfigMap } text || !HoldsConfiguration(text.Value))
                continue;
            var inPlace = text.ParseValue();
            var file = inPlace ?? YamlFile.Parse(SourceText.From(text.Source.Path, text.Value));
            options ??= ImmutableArray.CreateBuilder<ComponentOptions>();
            foreach (var document in file.Documents)
            {
                if (document.Root?.AsMapping is { } root)
                    ReadConfiguration(root, manifest.LogicalPath, inPlace is null ? member.KeyLocation : null, options);
            }
        }

        return options?.ToImmutable() ?? [];
    }

    private static bool HoldsConfiguration(string text) =>
        text.Contains("kubelet.config.k8s.io/") || text.Contains("kubeproxy.config.k8s.io/")
        || text.Contains("kubeadm.k8s.io/") || text.Contains("kubescheduler.config.k8s.io/");

    private static void ReadConfiguration(YamlMapping root, string logicalPath, SourceLocation? whole, ImmutableArray<ComponentOptions>.Builder options)
    {
        var fields = new ManifestFields(root);
        if (fields.Text("kind").Known is not { } kind)
            return;
        switch (kind.Value)
        {
            case "ClusterConfiguration" when whole is null:
                KubeadmReader.ReadCluster(root, logicalPath, options);
                break;
            case "InitConfiguration" or "JoinConfiguration" when whole is null:
                KubeadmReader.ReadNode(root, logicalPath, options);
                break;
            case "KubeadmControlPlane" or "KubeadmConfig":
                ReadClusterApi(fields.Object("spec"), logicalPath, options);
                break;
            case "KubeadmControlPlaneTemplate" or "KubeadmConfigTemplate":
                ReadClusterApi(fields.Object("spec").Object("template").Object("spec"), logicalPath, options);
                break;
            case "KubeletConfiguration":
                AddConfiguration(ControlPlaneComponent.Kubelet);
                break;
            case "KubeProxyConfiguration":
                AddConfiguration(ControlPlaneComponent.KubeProxy);
                break;
            case "KubeSchedulerConfiguration":
                AddConfiguration(ControlPlaneComponent.Scheduler);
                break;
        }

        void AddConfiguration(ControlPlaneComponent component) => options.Add(new ConfigurationOptions(root, whole)
        {
            Component = component,
            Description = "this " + kind.Value,
            LogicalPath = logicalPath,
            Anchor = whole ?? fields.Object("metadata").Text("name").Known?.Location ?? kind.Location,
        });
    }

    /// <summary>Cluster API keeps kubeadm's configuration in its own objects.</summary>
    private static void ReadClusterApi(ManifestFields spec, string logicalPath, ImmutableArray<ComponentOptions>.Builder options)
    {
        var kubeadm = spec.Object("kubeadmConfigSpec") is { IsAbsent: false } inner ? inner : spec;
        if (kubeadm.Object("clusterConfiguration").Mapping is { } cluster)
            KubeadmReader.ReadCluster(cluster, logicalPath, options);
        if (kubeadm.Object("initConfiguration").Mapping is { } init)
            KubeadmReader.ReadNode(init, logicalPath, options);
        if (kubeadm.Object("joinConfiguration").Mapping is { } join)
            KubeadmReader.ReadNode(join, logicalPath, options);
    }
}
