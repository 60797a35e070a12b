using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Network;

/// <summary>The image expects the socket of the Docker daemon.</summary>
internal sealed class DockerfileDockerSocket() : DockerfileRule("HB1081", RuleSeverity.Error, RuleSeverity.Error)
{
    private static readonly string[] Sockets = ["/var/run/docker.sock", "/run/docker.sock", "//./pipe/docker_engine"];

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var instruction in model.Instructions)
        {
            foreach (var word in WordsOf(instruction.Syntax))
            {
                if (model.Expand(word, instruction.State).Text is { } text && NamesSocket(text))
                    yield return ReportIn(instruction.Stage, model.Source.At(word.Span), word.Value);
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DockerfileDockerSocket),
        Title = "Image uses the socket of the Docker daemon",
        MessageFormat = "'{0}' hands the Docker daemon to the container, which is root on the host; use a remote API with its own rights, or a builder without a daemon",
        Rationale = "Whoever can write to the socket can start a privileged container with the host's file system. An image that is made to be run with it invites every user to give it away.",
        WhenToIgnore = "When the image is a Docker client or agent whose purpose is to manage the daemon.",
        CatalogueSlugs = ["dockerfile-docker-socket"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("5.32"), RuleReference.Cwe(269), RuleReference.OwaspDocker("D04")],
        Aliases = ["semgrep:dockerfile-dockerd-socket-mount"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nVOLUME [|/var/run/docker.sock|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nVOLUME /data\nUSER $APP_UID\n")],
    };

    private static IEnumerable<DockerfileWord> WordsOf(DockerfileInstruction instruction) => instruction switch
    {
        VolumeInstruction volume => volume.Paths,
        FileTransferInstruction transfer => [.. transfer.Sources, transfer.Destination],
        EnvInstruction env => env.Assignments.Where(assignment => assignment.Name == "DOCKER_HOST").Select(assignment => assignment.Value).OfType<DockerfileWord>(),
        RunInstruction run => run.Flags.SelectMany(flag => (DockerfileWord?[])[flag.Mount?.Source, flag.Mount?.Target]).OfType<DockerfileWord>(),
        _ => [],
    };

    private static bool NamesSocket(string text)
    {
        var path = text.Replace('\\', '/');
        foreach (var socket in Sockets)
        {
            var at = path.IndexOf(socket, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && at + socket.Length == path.Length && (at == 0 || path[at - 1] is '/' or ':'))
                return true;
        }

        return false;
    }
}
