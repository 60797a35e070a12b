using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.DotNet.Compose;

/// <summary>.NET with a read-only root, a diagnostics port and no place to put it.</summary>
internal sealed class DotnetDiagnosticsWithReadOnlyRoot() : ContainerOptionsRule("HB7037", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetDiagnosticsWithReadOnlyRoot),
        Title = ".NET cannot open its diagnostics port on a read-only root",
        MessageFormat = "The root file system of {0} '{1}' is read-only and .NET cannot create its diagnostics socket in /tmp; set 'DOTNET_EnableDiagnostics=0', or mount 'tmpfs: [/tmp]' if you use dotnet-dump and dotnet-trace",
        Rationale = """
            .NET creates a socket below /tmp at its start, for debuggers, profilers and dumps. On a read-only root it cannot: the application runs, but no tool can attach to it, and each start leaves a warning.
            In a production container it is best to switch the port off, which closes one way to load code into the process as well.
            """,
        WhenToIgnore = "When a volume is mounted at /tmp by other means.",
        CatalogueSlugs = ["dotnet-diagnostics-with-read-only-root"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.Medium,
        Violations = [new("compose.yaml", "services:\n  web:\n    image: mcr.microsoft.com/dotnet/samples:aspnetapp\n    read_only: [|true|]\n")],
        Fixed =
        [
            new("compose.yaml", "services:\n  web:\n    image: mcr.microsoft.com/dotnet/samples:aspnetapp\n    read_only: true\n    environment:\n      DOTNET_EnableDiagnostics: 0\n"),
            new("compose.yaml", "services:\n  web:\n    image: mcr.microsoft.com/dotnet/samples:aspnetapp\n    read_only: true\n    tmpfs: [/tmp]\n"),
        ],
    };

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        if (container.ReadOnlyRoot is not { Value: true } isReadOnly || !DotNetContainer.IsKnown(container) || !container.IsKnown(ContainerSettings.Environment | ContainerSettings.Mounts))
            yield break;
        if (!container.Mounts.Any(mount => mount.Target is null or "/tmp" or "/tmp/") && !container.Environment.Any(IsAboutDiagnostics))
            yield return Report(isReadOnly.Location, container.Noun, container.Name.Value);
    }

    // Whatever the value, somebody thought of it; TMPDIR moves the socket.
    private static bool IsAboutDiagnostics(NamedValue variable) =>
        variable.Name.Value is "DOTNET_EnableDiagnostics" or "DOTNET_EnableDiagnostics_IPC" or "COMPlus_EnableDiagnostics" or "TMPDIR";
}
