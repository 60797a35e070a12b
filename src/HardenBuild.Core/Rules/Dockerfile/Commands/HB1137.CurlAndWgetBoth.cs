using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Commands;

/// <summary>One stage downloads with two programs.</summary>
internal sealed class CurlAndWgetBoth() : DockerfileRule("HB1137", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var stage in model.Commands.Where(command => command.Instruction.Syntax.Kind == InstructionKind.Run).GroupBy(command => command.Instruction.Stage))
        {
            var invocations = stage.SelectMany(command => command.Invocations).ToList();
            if (invocations.Find(invocation => invocation.Is("curl")) is not { } curl || invocations.Find(invocation => invocation.Is("wget")) is not { } wget)
                continue;
            var (first, second) = curl.NameWord.Span.Start < wget.NameWord.Span.Start ? (curl, wget) : (wget, curl);
            yield return ReportIn(stage.Key, model.Source.At(second.NameWord.Span), second.Name!, first.Name!) with
            {
                Related = [new RelatedLocation(model.Source.At(first.NameWord.Span), "The other program is used here")],
            };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(CurlAndWgetBoth),
        Title = "Both curl and wget are used in one stage",
        MessageFormat = "'{0}' is used in the same stage as '{1}', which does the same, so the stage needs both installed; use one of them",
        Rationale = "Each program brings libraries and vulnerabilities of its own. One of them is enough for downloads.",
        WhenToIgnore = "When the base image brings both along, or one of them can do what the other cannot.",
        CatalogueSlugs = ["curl-and-wget-both"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Aliases = ["hadolint:DL4001", "trivy:DS-0014", "kics:run_using_wget_and_curl", "semgrep:use-either-wget-or-curl"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN curl -fsSLO https://example.com/a\nRUN [|wget|] -q https://example.com/b\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN curl -fsSLO https://example.com/a\nRUN curl -fsSLO https://example.com/b\nUSER $APP_UID\n")],
        ComparedWith = "Only commands that run in the same stage count, not packages that are installed, health checks or other stages.",
    };
}
