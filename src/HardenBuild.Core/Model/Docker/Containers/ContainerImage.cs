using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Containers;

/// <summary>The image of a container, taken apart.</summary>
internal static class ContainerImage
{
    /// <summary>Null where none is named or its name cannot be told.</summary>
    public static ImageReference? Read(ContainerOptions container)
    {
        if (container.Image is not { Value.Length: > 0 } image)
            return null;
        var (source, span) = (image.Location.Source, image.Location.Span);
        return ImageReference.Parse(source, LocatedText.ContentSpan(image) is { } content
            ? LogicalText.Of(source.Content, content)
            : LogicalText.Of(image.Value, [new LogicalSegment(0, span.Start, span.Length)]));
    }
}
