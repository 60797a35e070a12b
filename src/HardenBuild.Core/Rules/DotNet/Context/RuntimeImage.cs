using HardenBuild.Model.Docker;
using HardenBuild.Text;

namespace HardenBuild.Rules.DotNet.Context;

/// <summary>The .NET image that the final image builds upon.</summary>
/// <param name="Stage">The stage whose FROM names the image.</param>
internal sealed record RuntimeImage(DockerfileStage Stage, ImageReference Reference, DotNetImage DotNet)
{
    /// <summary>The last part of the repository: <c>aspnet</c>.</summary>
    public SourceLocation RepositoryLocation
    {
        get
        {
            var repository = Reference.Repository;
            var start = repository.Value.LastIndexOf('/') + 1;
            return repository.Location.Span.Length == repository.Value.Length
                ? repository.Location.Source.At(TextSpan.FromBounds(repository.Location.Span.Start + start, repository.Location.Span.End))
                : repository.Location;
        }
    }

    public SourceLocation TagLocation => Reference.Tag is { } tag ? tag.Location : RepositoryLocation;

    public string Tag => Reference.Tag is { } tag ? tag.Value : "";

    /// <summary>The image of the target stage; null when it is no known .NET image for running programs.</summary>
    public static RuntimeImage? Of(DockerfileModel model) => model.TargetStage is { } target && Of(target) is { DotNet.IsRuntime: true } image ? image : null;

    /// <summary>The .NET image at the root of a stage's chain; null when it is none.</summary>
    public static RuntimeImage? Of(DockerfileStage stage)
    {
        var root = stage;
        while (root.Base.Stage is { } parent)
            root = parent;
        return root.Base is { Image: { IsTagKnown: true } reference, Known.DotNet: { Family: "dotnet" or "dotnet/core" } dotnet } ? new RuntimeImage(root, reference, dotnet) : null;
    }
}
