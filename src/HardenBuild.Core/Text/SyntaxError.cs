namespace HardenBuild.Text;

/// <summary>A place that the grammar of the file's format does not allow.</summary>
/// <param name="Span">The smallest text a person would change.</param>
/// <param name="Message">What is wrong and what to do, without a full stop; quotes the user's text in single quotes.</param>
public sealed record SyntaxError(TextSpan Span, string Message);
