using HardenBuild.Model.DotNet;
using HardenBuild.Model.Secrets;

namespace HardenBuild.Rules.DotNet.SdkContainer;

/// <summary>An SDK-built image is pushed without encryption, or with credentials that stand in the project.</summary>
internal sealed class DotnetSdkContainerInsecureRegistry() : ProjectRule("HB7055", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DotNetProject project)
    {
        foreach (var property in project.File.Properties)
        {
            var value = property.Value.Value;
            switch (property.Name.ToUpperInvariant())
            {
                case "CONTAINERREGISTRY" when value.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !IsLocal(value.Substring("http://".Length)):
                    yield return Report(property.Value.Location, "The registry is used without TLS, so anyone on the way can replace the image", "use 'https'");
                    break;
                case "DOTNET_CONTAINER_INSECURE_REGISTRIES" when !property.IsComputed && value.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries).Any(static host => !IsLocal(host.Trim())):
                    yield return Report(property.Value.Location, "The registry is used without TLS, so anyone on the way can replace the image", "give it a certificate");
                    break;
                case "SDK_CONTAINER_REGISTRY_PWORD" or "DOTNET_CONTAINER_PUSH_REGISTRY_PWORD" or "DOTNET_CONTAINER_PULL_REGISTRY_PWORD" when !property.IsComputed && !Placeholder.IsPlaceholder(value):
                    yield return Report(property.Value.Location, "The password of the registry is in the repository for everyone who can read it", "set it in the environment of the build");
                    break;
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetSdkContainerInsecureRegistry),
        Title = "Container image of the SDK is pushed insecurely",
        MessageFormat = "{0}; {1}",
        Rationale = "Whoever can change an image on its way to or from the registry runs code wherever it is deployed, and whoever has the registry's password does not even need to be on the way.",
        WhenToIgnore = "When the registry is reachable from a closed test network only; registries on 'localhost' are accepted without a comment.",
        CatalogueSlugs = ["dotnet-sdk-container-insecure-registry"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        IsAboutSecretValue = true,
        References = [RuleReference.Cwe(319), RuleReference.OwaspDocker("D08")],
        Violations = [SdkContainerExample.Of("<ContainerRegistry>[|http://registry.example.com|]</ContainerRegistry>")],
        Fixed = [SdkContainerExample.Of("<ContainerRegistry>registry.example.com</ContainerRegistry>"), SdkContainerExample.Of("<ContainerRegistry>http://localhost:5000</ContainerRegistry>")],
    };

    private static bool IsLocal(string host) =>
        host.StartsWith("localhost", StringComparison.OrdinalIgnoreCase) || host.StartsWith("127.", StringComparison.Ordinal) || host.StartsWith("[::1]", StringComparison.Ordinal);
}
