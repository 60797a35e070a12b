using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Dockerfile.Verification;

/// <summary>apk installs packages that nobody signed.</summary>
internal sealed class ApkAllowUntrusted() : DockerfileRule("HB1064", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var command in model.Commands)
        {
            foreach (var apk in command.Invocations)
            {
                if (apk.Is("apk") && apk.FindOption("--allow-untrusted") is { } option)
                    yield return ReportIn(command.Instruction.Stage, model.Source.At(option.Span), option.Name);
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApkAllowUntrusted),
        Title = "apk installs packages without a trusted signature",
        MessageFormat = "'{0}' installs packages whoever made them; remove it, and copy the publisher's key to '/etc/apk/keys' first",
        Rationale = "The signature is what connects a package with its publisher. Without the check a mirror, a proxy or a mistyped URL decides what runs as root during the build.",
        WhenToIgnore = "When the package file lies in the repository beside the Dockerfile and is guarded like it.",
        CatalogueSlugs = ["apk-allow-untrusted"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(347), RuleReference.OwaspDocker("D08")],
        Aliases = ["checkov:CKV2_DOCKER_7"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine\nRUN apk add [|--allow-untrusted|] msodbcsql18.apk\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine\nCOPY publisher.rsa.pub /etc/apk/keys/\nRUN apk add msodbcsql18.apk\nUSER $APP_UID\n")],
    };
}
