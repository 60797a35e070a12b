namespace HardenBuild.Model.Kubernetes.ControlPlane;

/// <summary>Where the options of a component are written.</summary>
internal enum OptionNotation
{
    /// <summary>Flags in the command of a container.</summary>
    CommandLine,

    /// <summary><c>extraArgs</c> of kubeadm, which adds flags of its own.</summary>
    Kubeadm,

    /// <summary>The component's own configuration file.</summary>
    ConfigurationFile,
}
