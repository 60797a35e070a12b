using HardenBuild.Model.DotNet;

namespace HardenBuild.Rules.DotNet.SdkContainer;

/// <summary>The image that the SDK builds runs as root.</summary>
internal sealed class DotnetSdkContainerRootUser() : ProjectRule("HB7050", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DotNetProject project)
    {
        if (project.File.Find("ContainerUser") is { IsKnown: true, Value: var user })
        {
            if (IsSuperuser(user.Value))
                yield return Report(user.Location, $"'{user.Value}'", "delete the property to run as the user of the image");
        }
        else if (project.Find("ContainerUser") is null && project.Find("ContainerBaseImage") is null && !project.HasImports
            && project.File.Find("EnableSdkContainerSupport") is { IsKnown: true, Value: { Value: "true" or "True" } enabled }
            && project.TargetFrameworks is { IsEmpty: false } frameworks && frameworks.All(static framework => framework.Major < 8))
        {
            yield return Report(enabled.Location, $"root, because the images of '{frameworks[0].Moniker}' have no other user", "set 'ContainerUser', or move to .NET 8 or later");
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetSdkContainerRootUser),
        Title = "Container image of the SDK runs as root",
        MessageFormat = "The image runs as {0}, so an intruder in the container owns its files and is root on the host if he breaks out; {1}",
        Rationale = "Images that the SDK builds for .NET 8 and later run as the user 'app' by themselves. 'ContainerUser' undoes that.",
        WhenToIgnore = "When the program must be root, for instance to write to volumes that root owns.",
        CatalogueSlugs = ["dotnet-sdk-container-root-user"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("4.1"), RuleReference.Cwe(250), RuleReference.OwaspDocker("D01")],
        Violations = [SdkContainerExample.Of("<ContainerUser>[|root|]</ContainerUser>")],
        Fixed = [SdkContainerExample.Of("<ContainerUser>app</ContainerUser>")],
    };

    /// <summary>User and group, by name or number.</summary>
    private static bool IsSuperuser(string user) => user.Split(':')[0] is "root" or "0" or "ContainerAdministrator";
}
