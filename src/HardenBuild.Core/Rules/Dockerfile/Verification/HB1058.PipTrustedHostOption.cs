using HardenBuild.Model.Docker;
using HardenBuild.Rules.Dockerfile.Downloads;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Verification;

/// <summary>pip is told not to check the certificate of a host.</summary>
internal sealed class PipTrustedHostOption() : DockerfileRule("HB1058", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var command in model.Commands)
        {
            foreach (var pip in command.Invocations)
            {
                if (!PipCommand.Is(pip))
                    continue;
                foreach (var option in pip.FindOptions("--trusted-host"))
                {
                    if (option.Value is not { } host || !RemoteUrl.IsOwnMachine(host))
                        yield return ReportIn(command.Instruction.Stage, model.Source.At(Whole(option)), option.Name);
                }
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(PipTrustedHostOption),
        Title = "pip trusts a host without checking its certificate",
        MessageFormat = "'{0}' makes pip take packages from whoever answers under that name; remove it, and name a private certificate authority with '--cert'",
        Rationale = "The option does not add trust in a host, it drops the check that it is that host, and accepts plain HTTP as well. Packages run code while they are installed, "
            + "so a changed answer becomes part of the image.",
        WhenToIgnore = "When every package is pinned with '--require-hashes'.",
        CatalogueSlugs = ["pip-trusted-host-option"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(295), RuleReference.OwaspDocker("D08")],
        Aliases = ["checkov:CKV2_DOCKER_4"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN pip install [|--trusted-host pypi.example.com|] -r requirements.txt\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nCOPY company-ca.pem /etc/ssl/company-ca.pem\nRUN pip install --cert /etc/ssl/company-ca.pem -r requirements.txt\nUSER $APP_UID\n")],
        ComparedWith = "A mirror on the build machine itself has no network to distrust and is accepted.",
    };

    private static TextSpan Whole(CommandOption option) =>
        option.ValueWord is null ? option.Span : TextSpan.FromBounds(option.Span.Start, Math.Max(option.Span.End, option.ValueSpan.End));
}
