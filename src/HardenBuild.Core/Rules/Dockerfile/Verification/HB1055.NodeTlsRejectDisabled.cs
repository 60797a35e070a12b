using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Dockerfile.Verification;

/// <summary>Node.js is told not to check certificates.</summary>
internal sealed class NodeTlsRejectDisabled() : DockerfileRule("HB1055", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var setting in model.VariableSettings)
        {
            if (setting is { Name: "NODE_TLS_REJECT_UNAUTHORIZED", Value: "0" })
                yield return Report(model.Source.At(setting.Span), setting.Name) with { LogicalPath = setting.Stage?.ToString() };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(NodeTlsRejectDisabled),
        Title = "Node.js does not check certificates",
        MessageFormat = "'{0}=0' makes every TLS connection of Node.js accept any certificate; remove it, and name a private certificate authority with 'NODE_EXTRA_CA_CERTS'",
        Rationale = "The variable switches the check off for the whole process: package downloads while building, and calls to databases and services when the application runs. "
            + "Whoever controls a network on the way reads and changes them.",
        WhenToIgnore = "When the image only runs tests against servers with throw-away certificates.",
        CatalogueSlugs = ["node-tls-reject-disabled"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(295), RuleReference.OwaspDocker("D08")],
        Aliases = ["checkov:CKV2_DOCKER_6"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nENV [|NODE_TLS_REJECT_UNAUTHORIZED=0|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nCOPY company-ca.pem /etc/ssl/company-ca.pem\nENV NODE_EXTRA_CA_CERTS=/etc/ssl/company-ca.pem\nUSER $APP_UID\n")],
    };
}
