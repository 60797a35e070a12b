using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Network;

/// <summary>EXPOSE names the port of SSH.</summary>
internal sealed class ExposeSshPort() : DockerfileRule("HB1082", RuleSeverity.Warning, RuleSeverity.Warning)
{
    private const int SshPort = 22;

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        DockerfileWord? reported = null;
        foreach (var port in ExposedPort.Of(model))
        {
            if (!port.Includes(SshPort) || port.Word == reported)
                continue;
            reported = port.Word;
            yield return ReportIn(port.Instruction.Stage, model.Source.At(port.Word.Span), port.Word.Value);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ExposeSshPort),
        Title = "SSH port is exposed",
        MessageFormat = "'{0}' opens the port of SSH: a server to patch and keys to guard in every container; remove it and use 'docker exec' or 'kubectl exec'",
        Rationale = "An SSH server in a container is a second way in, with accounts and keys of its own that nobody rotates. The orchestrator already gives a shell, with its own access control and audit log.",
        WhenToIgnore = "When the image is a Git server, a bastion or an SFTP server.",
        CatalogueSlugs = ["expose-ssh-port"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("5.7"), RuleReference.Cwe(1327), RuleReference.OwaspDocker("D03")],
        Aliases = ["trivy:DS-0004", "checkov:CKV_DOCKER_1", "kics:exposing_port_22"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nEXPOSE 8080 [|22|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nEXPOSE 8080\nUSER $APP_UID\n")],
        ComparedWith = "Ranges such as '20-25' and ports from build arguments are read too.",
    };
}
