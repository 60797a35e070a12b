using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Dockerfile.Verification;

/// <summary>yum or dnf is told not to check certificates.</summary>
internal sealed class YumDnfSslverifyDisabled() : DockerfileRule("HB1063", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var (instruction, span) in YumSetting.SwitchedOff(model, "sslverify"))
            yield return ReportIn(instruction.Stage, model.Source.At(span), model.Source.Substring(span));
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(YumDnfSslverifyDisabled),
        Title = "Package manager does not check the repository's certificate",
        MessageFormat = "'{0}' lets anyone between the build and the repository answer in its place; remove it, and name a private certificate authority with 'sslcacert'",
        Rationale = "Without the check of the certificate anyone on the way can offer old packages with known holes, and packages of their own where signatures are not checked either. "
            + "Saved into the configuration, the switch stays in the image for every later install.",
        WhenToIgnore = "When the repository is a mirror on the build machine itself.",
        CatalogueSlugs = ["yum-dnf-sslverify-disabled"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(295), RuleReference.OwaspDocker("D08")],
        Aliases = ["checkov:CKV2_DOCKER_15"],
        Violations = [new("Dockerfile", "FROM almalinux:10\nRUN yum-config-manager --save --setopt=[|internal.sslverify=0|]\nCOPY publish /app\nUSER nobody\nENTRYPOINT [\"/app/Shop.Api\"]\n")],
        Fixed = [new("Dockerfile", "FROM almalinux:10\nRUN yum-config-manager --save --setopt=internal.sslcacert=/etc/pki/company-ca.pem\nCOPY publish /app\nUSER nobody\nENTRYPOINT [\"/app/Shop.Api\"]\n")],
        ComparedWith = "checkov reads 'yum-config-manager' only; '--setopt' of any dnf command and 'sslverify=0' written into a '.repo' file do the same.",
    };
}
