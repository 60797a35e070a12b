using System.Collections.Immutable;
using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.DotNet.Context;

/// <summary>The ports that the environment of an image makes ASP.NET Core listen on.</summary>
/// <param name="IsDefault">Whether the base image alone decides.</param>
internal sealed record ListeningPorts(ImmutableArray<string> Ports, bool IsDefault)
{
    private static readonly string[] Urls = ["ASPNETCORE_URLS", "DOTNET_URLS", "URLS"];
    private static readonly string[] PortLists = ["ASPNETCORE_HTTP_PORTS", "ASPNETCORE_HTTPS_PORTS", "DOTNET_HTTP_PORTS", "DOTNET_HTTPS_PORTS", "HTTP_PORTS", "HTTPS_PORTS"];

    /// <summary>Null when they are not known: a variable without known value, settings of Kestrel, options of the command.</summary>
    public static ListeningPorts? Of(DockerfileModel model)
    {
        var target = model.TargetStage!;
        var environment = target.FinalState.Variables.Environment;
        if (environment.Keys.Any(static name => name.StartsWith("Kestrel__", StringComparison.OrdinalIgnoreCase)) || IsSetElsewhere(model, target))
            return null;
        var ports = ImmutableArray.CreateBuilder<string>();
        var isDefault = true;
        var isKnown = true;

        // URLs win over ports.
        Read(Urls, static url => url.Substring(url.LastIndexOf(':') + 1).TrimEnd('/'));
        if (isDefault)
            Read(PortLists, static port => port);
        return isKnown && ports.Count > 0 ? new ListeningPorts(ports.ToImmutable(), isDefault) : null;

        void Read(string[] names, Func<string, string> portOf)
        {
            foreach (var name in names)
            {
                if (!environment.TryGetValue(name, out var variable))
                    continue;
                isDefault &= variable.Location is null;
                isKnown &= variable.Value.State == VariableState.Set;
                foreach (var part in (variable.Value.Text?.Text ?? "").Split([';'], StringSplitOptions.RemoveEmptyEntries))
                    ports.Add(portOf(part.Trim()));
            }
        }
    }

    private static bool IsSetElsewhere(DockerfileModel model, DockerfileStage target)
    {
        foreach (var command in model.Commands)
        {
            if (command.Instruction.Stage == target && command.Instruction.Syntax.Kind is InstructionKind.Cmd or InstructionKind.Entrypoint
                && command.Invocations.Any(static invocation => invocation.Words.Any(static word =>
                    word.Prefix.Contains("urls", StringComparison.OrdinalIgnoreCase) || word.Prefix.Contains("http_ports", StringComparison.OrdinalIgnoreCase))))
                return true;
        }

        return model.Context is { } context && context.Published(model) is { } published
            && CleanPath.In(published.Project.Folder, "appsettings.json") is { } settings
            && context.Files.Read(settings) is { } text
            && (text.Content.Contains("\"Kestrel\"", StringComparison.OrdinalIgnoreCase) || text.Content.Contains("\"urls\"", StringComparison.OrdinalIgnoreCase));
    }
}
