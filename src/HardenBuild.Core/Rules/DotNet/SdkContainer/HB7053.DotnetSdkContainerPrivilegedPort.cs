using System.Globalization;
using HardenBuild.Model.DotNet;

namespace HardenBuild.Rules.DotNet.SdkContainer;

/// <summary>An SDK-built image exposes a port that its user may not open, or that nothing listens on.</summary>
internal sealed class DotnetSdkContainerPrivilegedPort() : ProjectRule("HB7053", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    private const int FirstUnprivileged = 1024;

    public override IEnumerable<Finding> Analyze(DotNetProject project)
    {
        if (IsWindows(project) || project.TargetFrameworks is not [{ Major: >= 8 }] || project.Find("ContainerUser") is { } user && (!user.IsKnown || user.Value.Value is "root" or "0"))
            yield break;
        foreach (var item in project.File.FindItems("ContainerPort"))
        {
            var (port, location) = (item.Include.Value, item.Include.Location);
            if (!int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || item.Find("Type") is { Value.Value: "udp" })
                continue;
            if (number < FirstUnprivileged)
                yield return Report(location, port, "takes privileges that the user of the image does not have");
            else if (ListeningPorts(project) is { } listening && Array.IndexOf(listening.Split(';'), port) < 0)
                yield return Report(location, port, $"is not the one that 'ASPNETCORE_HTTP_PORTS' sets ('{listening}')");
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetSdkContainerPrivilegedPort),
        Title = "Exposed port of the SDK's container image cannot work",
        MessageFormat = "Port '{0}' {1}, so the program does not listen there; expose 8080",
        Rationale = "Since .NET 8 images run as 'app' and ASP.NET Core listens on port 8080. Ports below 1024 need privileges in Kubernetes and older container runtimes.",
        WhenToIgnore = "When the platform lowers 'net.ipv4.ip_unprivileged_port_start' and the settings of the program choose the port.",
        CatalogueSlugs = ["dotnet-sdk-container-privileged-port"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(250), RuleReference.OwaspDocker("D01")],
        Violations = [SdkContainerExample.OfItem("<ContainerPort Include=\"[|80|]\" Type=\"tcp\" />")],
        Fixed = [SdkContainerExample.OfItem("<ContainerPort Include=\"8080\" Type=\"tcp\" />")],
    };

    /// <summary>What the project itself sets; null when it sets nothing or the value is not known.</summary>
    private static string? ListeningPorts(DotNetProject project)
    {
        foreach (var item in project.FindItems("ContainerEnvironmentVariable"))
        {
            if (item.Include.Value.Equals("ASPNETCORE_HTTP_PORTS", StringComparison.OrdinalIgnoreCase))
                return item.Find("Value") is { IsComputed: false, Value.Value: { Length: > 0 } value } ? value : null;
        }

        return null;
    }

    private static bool IsWindows(DotNetProject project) =>
        project.Find("ContainerRuntimeIdentifier") is { Value.Value: var runtime } && runtime.StartsWith("win", StringComparison.OrdinalIgnoreCase)
        || project.Find("ContainerFamily") is { Value.Value: var family } && (family.Contains("nanoserver", StringComparison.OrdinalIgnoreCase) || family.Contains("windowsservercore", StringComparison.OrdinalIgnoreCase));
}
