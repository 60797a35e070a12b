using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Dockerfile.Images;

/// <summary>FROM fixes a platform.</summary>
internal sealed class FromPlatformConstant() : DockerfileRule("HB1030", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    private static readonly char[] Separators = ['/', ','];

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        var stages = model.Stages.Where(stage => stage.From?.Platform is { Value: { Length: > 0 } text } && text.IndexOf('$') < 0 && !IsMeant(stage, text));
        foreach (var samePlatform in stages.GroupBy(stage => stage.From!.Platform!.Value, StringComparer.Ordinal))
        {
            var places = samePlatform.Select(stage => model.Source.At(stage.From!.Platform!.Span)).ToList();
            yield return ReportIn(samePlatform.First(), places[0], samePlatform.Key) with { Related = RepeatedPlaces.AfterFirst(places, "Fixed here too") };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(FromPlatformConstant),
        Title = "FROM fixes a platform",
        MessageFormat = "'{0}' is the platform of this stage whatever the build is asked for, so an image for another one holds the wrong programs; remove the flag, or write '$BUILDPLATFORM' for a stage that only builds",
        Rationale = "A fixed platform overrides 'docker build --platform' and the platform of the machine. On another processor the stage runs under emulation, slowly, and its files end up in an image that says it is for something else.",
        WhenToIgnore = "When the base image exists for one platform only, or a tool in the stage runs on no other.",
        CatalogueSlugs = ["from-platform-constant"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Aliases =
        [
            "hadolint:DL3029", "buildkit:FromPlatformFlagConstDisallowed", "kics:using_platform_with_from", "kics:no_platform_flag_with_from", "semgrep:avoid-platform-with-from",
        ],
        Violations = [new("Dockerfile", "FROM --platform=[|linux/amd64|] mcr.microsoft.com/dotnet/sdk:10.0 AS build\n")],
        Fixed = [new("Dockerfile", "FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0 AS build\n")],
        ComparedWith = "KICS and semgrep report variables too, although '--platform=$BUILDPLATFORM' on the SDK stage is how .NET images are cross-compiled. "
            + "A stage whose name says for which platform it is, and Windows platforms, are accepted.",
    };

    /// <summary>Windows has one platform a build, and a stage such as <c>build-amd64</c> is made for one.</summary>
    private static bool IsMeant(DockerfileStage stage, string platform)
    {
        if (platform.StartsWith("windows", StringComparison.OrdinalIgnoreCase))
            return true;
        return stage.Name is { } name
            && platform.Split(Separators).Any(part => part.Length > 0 && name.Value.Contains(part, StringComparison.OrdinalIgnoreCase));
    }
}
