using HardenBuild.Text;

namespace HardenBuild.Model.Docker;

/// <summary>A place where a Dockerfile takes an image from a registry: <c>FROM</c>, <c>COPY --from</c> or <c>RUN --mount=from=</c>.</summary>
/// <param name="Stage">The stage that the place stands in or begins.</param>
/// <param name="IsBase">Whether the place is <c>FROM</c>.</param>
internal sealed record ImageUse(DockerfileStage Stage, ImageReference Image, bool IsBase)
{
    public SourceLocation Location => Image.Text.Location;

    /// <summary>Every use in order; references that name a stage, or may turn out to, are left out.</summary>
    public static IEnumerable<ImageUse> Of(DockerfileModel model)
    {
        foreach (var stage in model.Stages)
        {
            if (stage.Base is { Kind: StageBaseKind.Image or StageBaseKind.Unknown, Image: { } image, Candidates.IsEmpty: true })
                yield return new ImageUse(stage, image, IsBase: true);
            foreach (var instruction in stage.Instructions)
            {
                foreach (var word in StageSources.Of(instruction.Syntax))
                {
                    if (model.Expand(word, instruction.State) is { Text: { } name } expanded && LooksLikeImage(name) && model.FindStage(name, stage) is null)
                        yield return new ImageUse(stage, ImageReference.Parse(model.Source, expanded.Value!), IsBase: false);
                }
            }
        }
    }

    /// <summary>A bare word after <c>--from=</c> is first of all a stage or a named build context.</summary>
    public static bool LooksLikeImage(string reference) => reference.IndexOfAny(['/', ':', '@', '.']) >= 0;

    /// <summary>Uses of the same reference, the first first.</summary>
    public static IEnumerable<IGrouping<string, ImageUse>> ByReference(DockerfileModel model) =>
        Of(model).GroupBy(use => use.Image.Text.Value, StringComparer.Ordinal);
}
