using System.Globalization;
using HardenBuild.Model.Docker;
using HardenBuild.Rules.Dockerfile.Users;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Network;

/// <summary>A user without privileges is to listen on a port below 1024.</summary>
internal sealed class ExposePrivilegedPortNonRoot() : DockerfileRule("HB1085", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    private const int FirstUnprivileged = 1024;

    // HB1082 asks to remove it altogether.
    private const int SshPort = 22;

    private static readonly char[] PortEnds = [';', ',', '/', ' '];

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        if (model.TargetStage is not { FinalState.User.Value: { Length: > 0 } user } target
            || target.OperatingSystem == ContainerOperatingSystem.Windows
            || UserNames.IsSuperuser(user, target.OperatingSystem)
            || model.Commands.Any(GrantsPort))
        {
            yield break;
        }

        var chain = new TargetChain(model);
        var places = ExposedPort.Of(model)
            .Where(port => port.First is > 0 and < FirstUnprivileged and not SshPort && !port.Instruction.IsTrigger && chain.Holds(port.Instruction))
            .Select(port => (Span: port.Word.Span, Text: port.Word.Value))
            .Concat(Variables(model, target).Select(setting => (setting.Span, Text: setting.Name + "=" + setting.Value)))
            .ToList();
        if (places.Count > 0)
        {
            yield return ReportIn(target, model.Source.At(places[0].Span), places[0].Text, user) with
            {
                Related = RepeatedPlaces.AfterFirst(places.Select(place => model.Source.At(place.Span)), "Belongs to the same port"),
            };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ExposePrivilegedPortNonRoot),
        Title = "User without privileges listens on a port below 1024",
        MessageFormat = "'{0}' needs a privilege that the user '{1}' lacks on some hosts; listen on a port from 1024 up, such as 8080, and map it when the container starts",
        Rationale = "Docker 20.10 and later lets every user listen on low ports in a network of the container's own, so the image works at home. With the host's network, with other runtimes and "
            + "in older Kubernetes clusters the same image fails to start.",
        WhenToIgnore = "When the image only runs where low ports are open to everyone.",
        CatalogueSlugs = ["expose-privileged-port-non-root"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(250), RuleReference.OwaspDocker("D01")],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nENV ASPNETCORE_HTTP_PORTS=80\nEXPOSE [|80|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nEXPOSE 8080\nUSER $APP_UID\n")],
        ComparedWith = "Windows containers have no such limit, and images that grant 'cap_net_bind_service' with setcap have taken care of it.",
    };

    private static bool GrantsPort(StageCommand command) =>
        command.Invocations.Any(invocation => invocation.Is("setcap") && invocation.Words.Any(word => word.Prefix.Contains("net_bind_service", StringComparison.OrdinalIgnoreCase)));

    /// <summary>The settings of ASP.NET Core, and variables named as a port, as they are in force in the image.</summary>
    private static IEnumerable<VariableSetting> Variables(DockerfileModel model, DockerfileStage target)
    {
        foreach (var setting in model.VariableSettings)
        {
            if (setting is { IsWithinCommand: false, Instruction: { IsTrigger: false, Syntax: EnvInstruction }, Value: { } value }
                && target.FinalState.Variables.Environment.TryGetValue(setting.Name, out var final)
                && final.Location is { } location && location.Span.Start == setting.Span.Start
                && HasLowPort(setting.Name, value))
            {
                yield return setting;
            }
        }
    }

    private static bool HasLowPort(string name, string value)
    {
        if (name is "ASPNETCORE_HTTP_PORTS" or "ASPNETCORE_HTTPS_PORTS" or "DOTNET_HTTP_PORTS" or "PORT" or "HTTP_PORT" or "HTTPS_PORT")
            return value.Split(PortEnds).Any(IsLow);
        if (name is not ("ASPNETCORE_URLS" or "DOTNET_URLS" or "URLS"))
            return false;
        return value.Split(';').Any(url => url.LastIndexOf(':') is var colon && colon > url.IndexOf("://", StringComparison.Ordinal)
            && IsLow(url.Substring(colon + 1).TrimEnd('/')));
    }

    private static bool IsLow(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < FirstUnprivileged;
}
