namespace HardenBuild.Scanning;

/// <summary>What kind of file an input is, decided by its name and, for YAML, by its content.</summary>
public enum InputFormat
{
    Dockerfile,
    Compose,
    Kubernetes,
    DaemonConfiguration,

    /// <summary>A .NET project, <c>Directory.Build.props</c> or publish profile that says something about containers.</summary>
    Project,

    /// <summary>A file below <c>templates/</c> of a Helm chart: never read as plain YAML.</summary>
    HelmTemplate,

    /// <summary><c>Chart.yaml</c>, <c>values.yaml</c> and the other plain files of a chart.</summary>
    HelmChart,
}
