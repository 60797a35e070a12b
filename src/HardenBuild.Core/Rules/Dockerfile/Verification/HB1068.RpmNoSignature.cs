using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Verification;

/// <summary>rpm installs packages without checking them.</summary>
internal sealed class RpmNoSignature() : DockerfileRule("HB1068", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var command in model.Commands)
        {
            foreach (var rpm in command.Invocations)
            {
                if (rpm.Is("rpm") && !IsQuery(rpm) && rpm.FindOption("--nosignature", "--nodigest", "--noverify", "--nofiledigest") is { } option)
                    yield return ReportIn(command.Instruction.Stage, model.Source.At(option.Span), option.Name);
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RpmNoSignature),
        Title = "rpm installs packages without checking them",
        MessageFormat = "'{0}' installs a package that may have been changed by anyone; remove it, and import the publisher's key with 'rpm --import' first",
        Rationale = "Signature and digest are what connects a package with its publisher and shows that it arrived whole. Without the check a proxy or a mistyped URL decides what runs as root during the build.",
        WhenToIgnore = "When the package was built in an earlier stage of the same file and never left the builder.",
        CatalogueSlugs = ["rpm-no-signature"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(347), RuleReference.OwaspDocker("D08")],
        Aliases = ["checkov:CKV2_DOCKER_10"],
        Violations = [new("Dockerfile", "FROM almalinux:10\nRUN rpm -i [|--nosignature|] https://example.com/agent.rpm\nCOPY publish /app\nUSER nobody\nENTRYPOINT [\"/app/Shop.Api\"]\n")],
        Fixed = [new("Dockerfile", "FROM almalinux:10\nRUN rpm --import https://example.com/agent.asc && rpm -i https://example.com/agent.rpm\nCOPY publish /app\nUSER nobody\nENTRYPOINT [\"/app/Shop.Api\"]\n")],
        ComparedWith = "A query ('rpm -q') only reads and is accepted.",
    };

    private static bool IsQuery(Invocation rpm) => rpm.FindOption("-q", "--query", "-V", "--verify") is not null;
}
