using HardenBuild.Model.DotNet;
using HardenBuild.Model.Secrets;

namespace HardenBuild.Rules.DotNet.SdkContainer;

/// <summary>A variable or label of an SDK-built image holds a secret.</summary>
internal sealed class DotnetSdkContainerSecretEnv() : ProjectRule("HB7052", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(DotNetProject project)
    {
        foreach (var item in project.File.FindItems("ContainerEnvironmentVariable").Concat(project.File.FindItems("ContainerLabel")))
        {
            if (item.Find("Value") is not { Value: var value } property)
                continue;
            var isByName = SecretNames.IsSecret(item.Include.Value);
            if (property.IsComputed ? isByName : SecretScanner.Find(value.Value).Length > 0 || (isByName && !Placeholder.IsPlaceholder(value.Value)))
            {
                yield return Report(value.Location, item.Include.Value) with
                {
                    // The secret comes from the build's environment, and is in the image all the same.
                    AtMost = property.IsComputed ? RuleSeverity.Warning : RuleSeverity.Error,
                };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetSdkContainerSecretEnv),
        Title = "Container image of the SDK holds a secret in its configuration",
        MessageFormat = "The value of '{0}' becomes part of the image's configuration, where everyone who can pull the image reads it; set it where the container runs",
        Rationale = "Variables and labels of an image are plain text in its configuration, and 'docker inspect' prints them. A value taken from a property of the build ends up there just as well.",
        WhenToIgnore = "When the value is no secret.",
        CatalogueSlugs = ["dotnet-sdk-container-secret-env"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        IsAboutSecretValue = true,
        References = [RuleReference.Cwe(522), RuleReference.OwaspDocker("D06")],
        Violations = [SdkContainerExample.OfItem("<ContainerEnvironmentVariable Include=\"DB_PASSWORD\" Value=\"[|Kx7vPq2w|]\" />")],
        Fixed = [SdkContainerExample.OfItem("<ContainerEnvironmentVariable Include=\"LOGGING__LEVEL\" Value=\"Warning\" />")],
    };
}
