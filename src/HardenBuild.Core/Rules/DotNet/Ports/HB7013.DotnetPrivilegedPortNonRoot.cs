using HardenBuild.Model.Docker;
using HardenBuild.Rules.Dockerfile.Users;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Text;

namespace HardenBuild.Rules.DotNet.Ports;

/// <summary>A user who is not root is to listen on a port below 1024.</summary>
internal sealed class DotnetPrivilegedPortNonRoot() : DockerfileRule("HB7013", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        var target = model.TargetStage;
        if (target?.FinalState.User?.Value is not { } user || target.OperatingSystem == ContainerOperatingSystem.Windows || UserNames.IsSuperuser(user, target.OperatingSystem))
            yield break;
        foreach (var variable in target.FinalState.Variables.Environment.Values.Where(variable => variable.Location is not null))
        {
            if (variable.Value.Text is { } text && ListeningPorts.FindPrivileged(variable.Name, text.Text) is { } port)
                yield return ReportIn(target, model.Source.At(text.MapToSource(port)), text.Text.Substring(port.Start, port.Length), user);
        }

        foreach (var command in model.Commands)
        {
            if (command.Instruction.Stage == target && command.Instruction.Syntax is CmdInstruction or EntrypointInstruction && FindArgument(command) is { } span)
                yield return ReportIn(target, model.Source.At(span), model.Source.Substring(span), user);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetPrivilegedPortNonRoot),
        Title = "Port below 1024 for a user who is not root",
        MessageFormat = "Port {0} needs a privilege that user '{1}' does not have outside of Docker Engine, so the application fails to start there; listen on 8080 or 8443 and map the port outside",
        Rationale = "Only root, or a process with CAP_NET_BIND_SERVICE, may listen below 1024. Docker Engine lifts the limit for its containers, other runtimes and many Kubernetes nodes do not. "
            + "The .NET images listen on 8080 since version 8 for this reason.",
        WhenToIgnore = "When every platform that runs the image sets 'net.ipv4.ip_unprivileged_port_start' to 0.",
        CatalogueSlugs = ["dotnet-privileged-port-non-root"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(250), RuleReference.OwaspDocker("D01")],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nENV ASPNETCORE_URLS=http://+:[|80|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nENV ASPNETCORE_HTTP_PORTS=8080\nUSER $APP_UID\n")],
    };

    private static TextSpan? FindArgument(StageCommand command)
    {
        foreach (var invocation in command.Invocations)
        {
            for (var i = 0; i < invocation.Words.Length; i++)
            {
                var word = invocation.Words[i];
                if (word.Value == "--urls" && i + 1 < invocation.Words.Length && ListeningPorts.FindPrivileged("URLS", invocation.Words[i + 1].Prefix) is { } next)
                    return invocation.Words[i + 1].SpanOf(next.Start, next.Length);
                if (word.Prefix.StartsWith("--urls=", StringComparison.Ordinal) && ListeningPorts.FindPrivileged("URLS", word.Prefix.Substring("--urls=".Length)) is { } own)
                    return word.SpanOf("--urls=".Length + own.Start, own.Length);
            }
        }

        return null;
    }
}
