namespace HardenBuild.Scanning.Discovery;

/// <summary>What a file's name alone says about it.</summary>
internal enum NameHint
{
    None,
    Dockerfile,

    /// <summary>A name such as <c>Dockerfile-dev</c> or <c>Dockerfile.go</c>: the text decides.</summary>
    PerhapsDockerfile,

    Compose,

    /// <summary>A name such as <c>dev.compose.yaml</c>: the text decides.</summary>
    PerhapsCompose,

    Yaml,
    Json,
    DaemonConfiguration,
    Project,

    /// <summary>Properties that projects import: <c>Directory.Build.props</c>, publish profiles.</summary>
    ProjectSettings,

    /// <summary><c>.env</c>, where Compose takes variables from.</summary>
    EnvironmentFile,

    EditorConfig,
    GlobalConfig,

    /// <summary>The configuration file of another tool: <c>.hadolint.yaml</c>, <c>.trivyignore</c>.</summary>
    PeerConfiguration,

    /// <summary>A shell script: the text decides whether it is about containers.</summary>
    ShellScript,

    /// <summary>A makefile: the text decides whether it is about containers.</summary>
    Makefile,

    LaunchSettings,
    DevContainer,

    /// <summary>A unit of systemd, or of Podman: the text decides whether it is about containers.</summary>
    Unit,

    Bake,
}
