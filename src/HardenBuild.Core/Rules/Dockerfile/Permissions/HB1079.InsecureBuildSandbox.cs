using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Permissions;

/// <summary>A step of the build runs without the builder's sandbox.</summary>
internal sealed class InsecureBuildSandbox() : DockerfileRule("HB1079", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var instruction in model.Instructions)
        {
            if (instruction.Syntax is RunInstruction run && run.FindFlag("security") is { Value.Value: "insecure" } flag)
                yield return ReportIn(instruction.Stage, model.Source.At(flag.Span), flag.ToString());
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(InsecureBuildSandbox),
        Title = "RUN is executed without a sandbox",
        MessageFormat = "'{0}' runs the step with all privileges on the build machine; remove it, and do what needs them outside the build",
        Rationale = "The step may load kernel modules, mount the disks of the build machine and read what other builds left. Anything that it downloads may do the same.",
        WhenToIgnore = "When the builder is a throw-away machine that builds nothing else.",
        CatalogueSlugs = ["insecure-build-sandbox"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(250), RuleReference.OwaspDocker("D04")],
        Aliases = ["sonar:S6502"],
        Related = ["semgrep:run-security-insecure"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN [|--security=insecure|] ./make-image.sh\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN ./make-image.sh\nUSER $APP_UID\n")],
    };
}
