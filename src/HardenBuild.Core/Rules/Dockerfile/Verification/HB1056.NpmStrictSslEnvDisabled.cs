using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Dockerfile.Verification;

/// <summary>A variable tells npm not to check certificates.</summary>
internal sealed class NpmStrictSslEnvDisabled() : DockerfileRule("HB1056", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var setting in model.VariableSettings)
        {
            // npm reads the name in any case, and takes an empty value for false.
            if (setting.Name.Equals("npm_config_strict_ssl", StringComparison.OrdinalIgnoreCase) && setting.Value is { } value && (value.Length == 0 || SwitchWords.IsOff(value)))
                yield return Report(model.Source.At(setting.Span), setting.Name) with { LogicalPath = setting.Stage?.ToString() };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(NpmStrictSslEnvDisabled),
        Title = "Variable makes npm accept any certificate",
        MessageFormat = "'{0}' switches off npm's check of the registry's certificate, so anyone on the way can replace packages; remove it, and name a private certificate authority with 'NPM_CONFIG_CAFILE'",
        Rationale = "npm runs scripts of the packages that it installs. Without the check of the certificate those packages may come from anyone on the network between build and registry. "
            + "A lock file with hashes limits the damage, but 'npm install' may rewrite it.",
        WhenToIgnore = "When the registry is a mirror on the build machine itself.",
        CatalogueSlugs = ["npm-strict-ssl-env-disabled"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(295), RuleReference.OwaspDocker("D08")],
        Aliases = ["checkov:CKV2_DOCKER_12"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN [|NPM_CONFIG_STRICT_SSL=false|] npm ci\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nCOPY company-ca.pem /etc/ssl/company-ca.pem\nRUN NPM_CONFIG_CAFILE=/etc/ssl/company-ca.pem npm ci\nUSER $APP_UID\n")],
    };
}
