using HardenBuild.Model.Compose;
using HardenBuild.Model.Compose.Tree;
using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Compose.Project;

/// <summary>Builds whose folder, Dockerfile or stage does not exist.</summary>
internal sealed class ComposeBuildTargetMissing() : ComposeRule("HB2062", RuleSeverity.Error, RuleSeverity.Error)
{
    internal override RuleReach Reach => RuleReach.Repository;

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeBuildTargetMissing),
        Title = "A build names a folder, Dockerfile or stage that is not there",
        MessageFormat = "The {0} '{1}' of service '{2}' does not exist, so it cannot be built; correct the name",
        Rationale = "Docker Compose builds the image of a service from a folder, a Dockerfile in it and perhaps one of its stages. Where one of them is missing the build fails, usually first on another machine.",
        WhenToIgnore = "When the folder or the Dockerfile is generated before the build; an ignore file that names it tells so.",
        CatalogueSlugs = ["compose-build-target-missing"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Violations = [new("compose.yaml", "services:\n  web:\n    build:\n      context: .\n      dockerfile_inline: FROM alpine:3.22 AS base\n      target: [|final|]\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    build:\n      context: .\n      dockerfile_inline: FROM alpine:3.22 AS final\n      target: final\n")],
    };

    public override IEnumerable<Finding> Analyze(ComposeProject project)
    {
        foreach (var service in project.Services)
        {
            if (service.Syntax.Mapping("build") is { } build && Judge(project, service, build) is { } finding)
                yield return finding with { LogicalPath = service.LogicalPath };
        }
    }

    private Finding? Judge(ComposeProject project, ComposeService service, ComposeMapping build)
    {
        if (build["dockerfile_inline"] is ComposeScalar inline)
            return inline.Text is { } text ? Target(service, build, DockerfileSyntax.Parse(HardenBuild.Text.SourceText.From(inline.Written.Source.Path, text.Value))) : null;
        if (ServiceBuild.Of(service.Syntax) is not { } places || project.Repository is not { } repository)
            return null;
        if (IsMissing(repository, places.Context))
            return Report((build["context"] ?? build).Location, "folder", build["context"]?.Text?.Value ?? ".", service.Name.Value);
        if (IsMissing(repository, places.Dockerfile))
        {
            // An empty folder is where a submodule belongs.
            if (build["dockerfile"] is { Text: { } dockerfile })
                return Report(dockerfile.Location, "Dockerfile", dockerfile.Value, service.Name.Value);
            return repository.List(places.Context) is { Count: > 0 }
                ? Report((build["context"] ?? build).Location, "Dockerfile", places.Dockerfile, service.Name.Value) with { AtMost = RuleSeverity.Warning }
                : null;
        }

        return build["target"] is not null && repository.Read(places.Dockerfile) is { } source ? Target(service, build, DockerfileSyntax.Parse(source)) : null;
    }

    private static bool IsMissing(RepositoryFiles repository, string path) => repository.Find(path) == PathKind.Missing && !repository.IsIgnored(path);

    // Stages are named without regard to case, or by their number.
    private Finding? Target(ComposeService service, ComposeMapping build, DockerfileSyntax dockerfile)
    {
        if (build["target"]?.Text is not { Value.Length: > 0 } target)
            return null;
        var stages = DockerfileModel.Create(dockerfile).Stages;
        var isThere = stages.Any(stage => stage.Name is { } name && name.Value.Equals(target.Value, StringComparison.OrdinalIgnoreCase))
            || (int.TryParse(target.Value, out var number) && number >= 0 && number < stages.Length);
        return isThere ? null : Report(target.Location, "stage", target.Value, service.Name.Value);
    }
}
