using HardenBuild.Text;

namespace HardenBuild.Configuration;

/// <summary>The annotation <c>hardenbuild.dev/disable</c> of a Kubernetes object.</summary>
/// <param name="Value">Its value, <c>HB3001 -- reason</c>, with or without the quotes.</param>
/// <param name="Subject">The object that it stands in: its findings are silenced.</param>
internal readonly record struct AnnotationSuppression(TextSpan Value, TextSpan Subject)
{
    public const string Key = "hardenbuild.dev/disable";
}
