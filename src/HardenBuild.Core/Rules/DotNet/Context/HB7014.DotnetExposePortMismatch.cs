using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.DotNet.Context;

/// <summary>EXPOSE names a port that ASP.NET Core does not listen on.</summary>
internal sealed class DotnetExposePortMismatch() : DockerfileRule("HB7014", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    internal override RuleReach Reach => RuleReach.Repository;

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        if (RuntimeImage.Of(model) is not { DotNet: { Repository: "aspnet", HasApplicationUser: true } } || ListeningPorts.Of(model) is not { } listening)
            yield break;
        StageInstruction? first = null;
        DockerfileWord? firstWord = null;
        var wrong = "";
        foreach (var (instruction, word, port) in ExposedPorts(model))
        {
            if (listening.Ports.Contains(port))
                yield break;
            // With the default, only the port of images before .NET 8 is surely a leftover.
            if (first is null && (!listening.IsDefault || port == "80"))
                (first, firstWord, wrong) = (instruction, word, port);
        }

        if (first is not null)
            yield return ReportIn(first.Stage, model.Source.At(firstWord!.Span), wrong, string.Join("', '", listening.Ports));
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetExposePortMismatch),
        Title = "Exposed port is not the one that ASP.NET Core listens on",
        MessageFormat = "Nothing listens on '{0}': ASP.NET Core is set to '{1}' in this image, so tools that read EXPOSE send traffic to a closed port; expose that port",
        Rationale = "Since .NET 8 the images set ASPNETCORE_HTTP_PORTS to 8080, which needs no privileges, where earlier ones used 80. EXPOSE opens nothing, but Compose, IDEs and platforms take the port from it.",
        WhenToIgnore = "When the code or the settings of the application choose the port.",
        CatalogueSlugs = ["dotnet-expose-port-mismatch"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.Medium,
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nEXPOSE [|80|]\nCOPY publish /app\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nEXPOSE 8080\nCOPY publish /app\nUSER $APP_UID\n")],
    };

    private static IEnumerable<(StageInstruction, DockerfileWord, string)> ExposedPorts(DockerfileModel model)
    {
        foreach (var stage in DockerfileModel.Chain(model.TargetStage!))
        {
            foreach (var instruction in stage.Instructions)
            {
                if (instruction is not { IsTrigger: false, Syntax: ExposeInstruction expose })
                    continue;
                foreach (var word in expose.Ports)
                {
                    var text = model.Expand(word, instruction.State).Text ?? "";
                    if (!text.EndsWith("/udp", StringComparison.OrdinalIgnoreCase) && text.Length > 0)
                        yield return (instruction, word, text.Split('/')[0]);
                }
            }
        }
    }
}
