using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Dockerfile.Verification;

/// <summary>Python is told not to check certificates.</summary>
internal sealed class PythonHttpsVerifyDisabled() : DockerfileRule("HB1060", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var setting in model.VariableSettings)
        {
            if (setting is { Name: "PYTHONHTTPSVERIFY", Value: "0" })
                yield return Report(model.Source.At(setting.Span), setting.Name) with { LogicalPath = setting.Stage?.ToString() };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(PythonHttpsVerifyDisabled),
        Title = "Python does not check certificates",
        MessageFormat = "'{0}=0' makes Python's HTTPS clients accept any certificate; remove it, and name a private certificate authority with 'SSL_CERT_FILE'",
        Rationale = "The variable switches the check off for the whole process in Python 2.7 and in distributions that kept it. Whoever controls a network on the way "
            + "then reads and changes what scripts download.",
        WhenToIgnore = "When the interpreter is known to ignore the variable and it cannot be removed.",
        CatalogueSlugs = ["python-https-verify-disabled"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(295), RuleReference.OwaspDocker("D08")],
        Aliases = ["checkov:CKV2_DOCKER_5"],
        Violations = [new("Dockerfile", "FROM registry.access.redhat.com/ubi8/dotnet-80:8.0\nENV [|PYTHONHTTPSVERIFY=0|]\n")],
        Fixed = [new("Dockerfile", "FROM registry.access.redhat.com/ubi8/dotnet-80:8.0\nENV SSL_CERT_FILE=/etc/ssl/company-ca.pem\n")],
    };
}
