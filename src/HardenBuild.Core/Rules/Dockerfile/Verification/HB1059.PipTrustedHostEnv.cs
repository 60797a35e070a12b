using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Dockerfile.Verification;

/// <summary>A variable tells pip not to check the certificate of a host.</summary>
internal sealed class PipTrustedHostEnv() : DockerfileRule("HB1059", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var setting in model.VariableSettings)
        {
            if (setting is { Name: "PIP_TRUSTED_HOST", Value.Length: > 0 })
                yield return Report(model.Source.At(setting.Span), setting.Name) with { LogicalPath = setting.Stage?.ToString() };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(PipTrustedHostEnv),
        Title = "Variable makes pip trust a host without checking its certificate",
        MessageFormat = "'{0}' makes pip take packages from whoever answers under that name; remove it, and name a private certificate authority with 'PIP_CERT'",
        Rationale = "The variable does not add trust in a host, it drops the check that it is that host, and accepts plain HTTP as well. Set by ENV it holds for every pip that runs "
            + "in the image and in images built upon it.",
        WhenToIgnore = "When every package is pinned with hashes ('PIP_REQUIRE_HASHES').",
        CatalogueSlugs = ["pip-trusted-host-env"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(295), RuleReference.OwaspDocker("D08")],
        Aliases = ["checkov:CKV2_DOCKER_16"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nENV [|PIP_TRUSTED_HOST=pypi.example.com|]\nRUN pip install -r requirements.txt\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nCOPY company-ca.pem /etc/ssl/company-ca.pem\nENV PIP_CERT=/etc/ssl/company-ca.pem\nRUN pip install -r requirements.txt\nUSER $APP_UID\n")],
    };
}
