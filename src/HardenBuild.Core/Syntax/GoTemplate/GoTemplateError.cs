using HardenBuild.Text;

namespace HardenBuild.Syntax.GoTemplate;

/// <summary>A place that the grammar of templates does not allow. Go stops at the first one of a file.</summary>
/// <param name="Span">The smallest text a person would change.</param>
/// <param name="Line">The line that Go names, one-based: that of the last token it read.</param>
/// <param name="Message">What is wrong, in Go's words.</param>
internal sealed record GoTemplateError(TextSpan Span, int Line, string Message)
{
    /// <summary>The whole message of Go.</summary>
    /// <param name="templateName">The name that the file was parsed under.</param>
    public string ToGoMessage(string templateName) => $"template: {templateName}:{Line}: {Message}";
}
