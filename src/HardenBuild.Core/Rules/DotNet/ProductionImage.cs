using System.Collections.Immutable;
using HardenBuild.Model.Docker;
using HardenBuild.Rules.Dockerfile.Users;
using HardenBuild.Text;

namespace HardenBuild.Rules.DotNet;

/// <summary>What becomes the image in production.</summary>
internal static class ProductionImage
{
    /// <summary>The target; null when it or the file is named after development, tests or building.</summary>
    public static DockerfileStage? Target(DockerfileModel model) =>
        model.TargetStage is { } target && !DevelopmentImage.IsNamedSo(model, target) ? target : null;

    /// <summary>The target and the stages that it builds upon; empty when <see cref="Target"/> is null.</summary>
    public static ImmutableArray<DockerfileStage> Stages(DockerfileModel model) => Target(model) is { } target ? [.. DockerfileModel.Chain(target)] : [];

    /// <summary>Environment variables that the file gives the image, by name.</summary>
    public static IEnumerable<StageVariable> Environment(DockerfileModel model) =>
        Target(model) is { } target
            ? target.FinalState.Variables.Environment.Values.Where(variable => variable.Location is not null).OrderBy(variable => variable.Location!.Span.Start)
            : [];

    /// <summary>The place of a part of a variable's value; the variable's name when the value is not known.</summary>
    public static SourceLocation LocationOf(DockerfileModel model, StageVariable variable, int start, int length) =>
        variable.Value.Text is { } text ? model.Source.At(text.MapToSource(new TextSpan(start, length))) : variable.Location!;

    public static SourceLocation LocationOf(DockerfileModel model, StageVariable variable) => LocationOf(model, variable, 0, variable.Value.Text?.Length ?? 0);
}
