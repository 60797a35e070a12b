using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Network;

/// <summary>A step of the build uses the network of the build machine.</summary>
internal sealed class BuildHostNetwork() : DockerfileRule("HB1080", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var instruction in model.Instructions)
        {
            if (instruction.Syntax is RunInstruction run && run.FindFlag("network") is { Value.Value: "host" } flag)
                yield return ReportIn(instruction.Stage, model.Source.At(flag.Span), flag.ToString());
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(BuildHostNetwork),
        Title = "RUN uses the network of the build machine",
        MessageFormat = "'{0}' gives the step every service that listens on the build machine, cloud metadata included; remove it, or use '--network=none' where no network is needed",
        Rationale = "Without a network of its own the step reaches services that trust the local machine, among them agents with credentials. A compromised package that runs in the step can use them.",
        WhenToIgnore = "When the step must reach a service that the build starts on the same machine, such as a package mirror.",
        CatalogueSlugs = ["build-host-network"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(653), RuleReference.OwaspDocker("D03")],
        Aliases = ["sonar:S6431"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN [|--network=host|] dotnet restore\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN dotnet restore\n")],
    };
}
