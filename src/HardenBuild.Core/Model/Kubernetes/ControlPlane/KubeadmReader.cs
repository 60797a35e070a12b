using System.Collections.Immutable;
using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Model.Kubernetes.ControlPlane;

/// <summary>Reads the flags in <c>extraArgs</c> of kubeadm's configuration; a component without them is left to kubeadm and not looked at.</summary>
/// <remarks>kubeadm.k8s.io/v1beta3 has a map, v1beta4 a list of names and values.</remarks>
internal static class KubeadmReader
{
    public static void ReadCluster(YamlMapping cluster, string logicalPath, ImmutableArray<ComponentOptions>.Builder options)
    {
        var etcd = cluster["etcd"]?.AsMapping;
        var externalEtcd = etcd?["external"]?.AsMapping;
        Add(cluster["apiServer"], "extraArgs", ControlPlaneComponent.ApiServer, flag => KubeadmDefaults.OfApiServer(flag, externalEtcd));
        Add(cluster["controllerManager"], "extraArgs", ControlPlaneComponent.ControllerManager, KubeadmDefaults.OfControllerManager);
        Add(cluster["scheduler"], "extraArgs", ControlPlaneComponent.Scheduler, KubeadmDefaults.OfScheduler);
        Add(etcd?["local"], "extraArgs", ControlPlaneComponent.Etcd, KubeadmDefaults.OfEtcd);

        void Add(YamlNode? section, string key, ControlPlaneComponent component, Func<string, string?> implied)
        {
            if (Read(section, key, component, implied, logicalPath) is { } found)
                options.Add(found);
        }
    }

    /// <summary>The kubelet's flags of <c>InitConfiguration</c> and <c>JoinConfiguration</c>. The kubelet also has a configuration file from kubeadm, so that nothing is known of flags that are not written.</summary>
    public static void ReadNode(YamlMapping node, string logicalPath, ImmutableArray<ComponentOptions>.Builder options)
    {
        if (Read(node["nodeRegistration"], "kubeletExtraArgs", ControlPlaneComponent.Kubelet, static _ => null, logicalPath) is { } found)
            options.Add(found);
    }

    private static FlagOptions? Read(YamlNode? section, string key, ControlPlaneComponent component, Func<string, string?> implied, string logicalPath)
    {
        if (section?.AsMapping?.Find(key) is not { } member)
            return null;
        var flags = new ComponentFlags { AreAllKnown = component != ControlPlaneComponent.Kubelet };
        var fields = new ManifestFields(member.Value);
        if (member.Value.AsSequence is { } list)
            ReadList(list, flags);
        else if (fields.Mapping is { } map && !fields.IsUnknown)
            ReadMap(map, flags);
        else
            flags.AreAllKnown = false;
        return new FlagOptions(flags, OptionNotation.Kubeadm)
        {
            Component = component,
            Description = $"'{key}' of this kubeadm configuration",
            LogicalPath = logicalPath,
            Anchor = member.KeyLocation,
            Implied = implied,
        };
    }

    private static void ReadMap(YamlMapping map, ComponentFlags flags)
    {
        var fields = new ManifestFields(map);
        foreach (var member in map.EffectiveMembers())
        {
            if (member.Key is { } key)
                flags.Add(key.Value, fields.Text(key.Value).Or(Setting<string>.Unknown), member.KeyLocation);
        }
    }

    private static void ReadList(YamlSequence list, ComponentFlags flags)
    {
        foreach (var item in list.Items)
        {
            var fields = new ManifestFields(item);
            if (fields.Text("name").Known is { } name)
                flags.Add(name.Value, fields.Text("value").Or(Setting<string>.Unknown), name.Location);
            else
                flags.AreAllKnown = false;
        }
    }
}
