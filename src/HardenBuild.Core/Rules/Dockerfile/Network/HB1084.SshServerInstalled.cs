using HardenBuild.Model.Docker;
using HardenBuild.Rules.Dockerfile.Users;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Network;

/// <summary>The image brings along an SSH server.</summary>
internal sealed class SshServerInstalled() : DockerfileRule("HB1084", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        if (DevelopmentImage.IsDevContainer(model))
            yield break;
        var chain = new TargetChain(model);
        foreach (var inStage in model.Commands.Where(command => chain.Holds(command.Instruction)).GroupBy(command => command.Instruction.Stage))
        {
            var places = inStage.SelectMany(command => command.Invocations.Select(invocation => WordOf(invocation, command.Instruction))).OfType<CommandWord>().ToList();
            if (places.Count == 0)
                continue;
            yield return ReportIn(inStage.Key, model.Source.At(places[0].Span), places[0].ToString()) with
            {
                Related = RepeatedPlaces.AfterFirst(places.Select(place => model.Source.At(place.Span)), "Here too"),
            };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(SshServerInstalled),
        Title = "Image brings along an SSH server",
        MessageFormat = "'{0}' puts an SSH server into the image: one more service to patch and keys to guard in every container; leave it out and use 'docker exec' or 'kubectl exec'",
        Rationale = "An SSH server in a container is a second way in, with accounts and keys of its own that nobody rotates. It also needs root, so the container cannot run as another user.",
        WhenToIgnore = "When the image is a Git server, a bastion or an SFTP server, or runs on Azure App Service, whose console needs SSH on port 2222.",
        CatalogueSlugs = ["ssh-server-installed"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("5.7"), RuleReference.DevSec("docker-5.6"), RuleReference.Cwe(1327), RuleReference.OwaspDocker("D04")],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN apt-get update && apt-get install -y [|openssh-server|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN apt-get update && apt-get install -y openssh-client\nUSER $APP_UID\n")],
        ComparedWith = "The client alone is accepted, and so are stages that do not become the image and development containers.",
    };

    private static CommandWord? WordOf(Invocation invocation, StageInstruction instruction) => invocation.Name switch
    {
        "apt-get" or "apt" or "aptitude" or "dnf" or "yum" or "microdnf" or "tdnf" or "zypper" when invocation.Subcommand is "install" or "in" => PackageOf(invocation),
        "apk" when invocation.Subcommand == "add" => PackageOf(invocation),
        "pacman" => invocation.HasShortFlag('S') ? PackageOf(invocation) : null,
        "sshd" or "dropbear" => invocation.NameWord,
        "service" or "systemctl" or "rc-service" or "rc-update" when instruction.Syntax.Kind != InstructionKind.Healthcheck
            => invocation.Operands.FirstOrDefault(operand => operand.Value is "ssh" or "sshd" or "ssh.service" or "sshd.service"),
        _ => null,
    };

    private static CommandWord? PackageOf(Invocation install) => install.Operands.FirstOrDefault(operand => operand.Value is { } package && IsServer(NameOf(package), install));

    /// <summary>Alpine's and Arch's <c>openssh</c> hold server and client.</summary>
    private static bool IsServer(string package, Invocation install) =>
        package is "openssh-server" or "dropbear" or "ssh-server" or "task-ssh-server" || (package == "openssh" && install.Name is ("apk" or "pacman"));

    private static string NameOf(string package)
    {
        var end = package.IndexOfAny(['=', '<', '>', '~']);
        return end < 0 ? package : package.Substring(0, end);
    }
}
