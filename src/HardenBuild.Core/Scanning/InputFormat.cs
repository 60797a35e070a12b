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

    /// <summary>A shell script that calls a container engine.</summary>
    ShellScript,

    /// <summary>A makefile whose recipes call a container engine.</summary>
    Makefile,

    /// <summary>A file of GitHub Actions, Azure Pipelines or GitLab CI that calls a container engine or runs jobs in containers.</summary>
    Pipeline,

    /// <summary><c>launchSettings.json</c> with a profile that runs in a container.</summary>
    LaunchSettings,

    /// <summary><c>devcontainer.json</c>.</summary>
    DevContainer,

    /// <summary>A service of systemd that calls a container engine, or a <c>.container</c> unit of Podman.</summary>
    Unit,

    /// <summary><c>docker-bake.hcl</c> or <c>docker-bake.json</c>.</summary>
    Bake,
}
