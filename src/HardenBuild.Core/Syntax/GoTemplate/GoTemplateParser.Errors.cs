using HardenBuild.Text;

namespace HardenBuild.Syntax.GoTemplate;

internal sealed partial class GoTemplateParser
{
    private const int QuotedLength = 10;

    /// <summary>Records an error and gives up the rest of the action.</summary>
    private void Fail(TextSpan span, string message)
    {
        if (!_tokens.IsSkipping)
            Report(_tokens.Newest, span, message);
        _tokens.Skip();
    }

    private void Unexpected(TemplateToken token, string context)
    {
        if (token.Kind != TemplateTokenKind.Error)
        {
            Fail(token.Span, $"unexpected {Describe(token)} in {context}");
            return;
        }

        var message = token.Message!;
        if (_actionLine != 0 && _actionLine != token.Line)
            message += (message.EndsWith(" action", StringComparison.Ordinal) ? " started at " : " in action started at ") + _name + ":" + _actionLine;
        Fail(token.Span, message);
    }

    private void Report(TemplateToken newest, string message) => Report(newest, newest.Span, message);

    private void Report(TemplateToken newest, TextSpan span, string message)
    {
        if (_errors.Count < MaximumErrors)
            _errors.Add(new GoTemplateError(span, newest.Line, message));
    }

    // Every structure that is still open ends here: that is one error.
    private void ReportEndOfFile()
    {
        const string Message = "unexpected EOF";
        var isKnown = _errors.Count > 0 && string.Equals(_errors[_errors.Count - 1].Message, Message, StringComparison.Ordinal);
        if (!isKnown)
            Report(_tokens.Newest, _openSpan, Message);
    }

    private string Describe(TemplateToken token)
    {
        if (token.Kind == TemplateTokenKind.EndOfFile)
            return "EOF";
        var text = Text(token);
        if (token.Kind >= TemplateTokenKind.Dot)
            return "<" + text + ">";
        if (Utf8Text.Length(text) <= QuotedLength)
            return GoQuoting.Quote(text);
        var end = 0;
        for (var count = 0; count < QuotedLength && end < text.Length; count++)
            end += char.IsHighSurrogate(text[end]) && end + 1 < text.Length ? 2 : 1;
        return GoQuoting.Quote(text.Substring(0, end)) + "...";
    }
}
