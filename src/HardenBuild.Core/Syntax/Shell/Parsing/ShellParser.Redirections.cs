using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell;

/// <content>Redirections and here-documents.</content>
internal sealed partial class ShellParser
{
    private readonly List<PendingHereDocument> _hereDocuments = [];

    /// <summary>A redirection, or null and not moved when none starts here.</summary>
    private Redirection? ParseRedirection()
    {
        var start = _position;
        var at = start;
        while (at < _end && IsDigit(_text[at]))
            at++;
        var descriptorEnd = at;
        if (at == start && Current == '{' && EndOfName(start + 1) is var nameEnd && nameEnd > start + 1 && nameEnd < _end && _text[nameEnd] == '}')
            at = nameEnd + 1;
        if (at >= _end)
            return null;

        _position = at;
        if (OperatorHere(isFirst: at == start) is not var (token, @operator))
        {
            _position = start;
            return null;
        }

        _position += token.Length;
        var operatorEnd = _position;
        SkipBlanks();
        ShellWord? target = null;
        if (AtEnd || (IsWordEnd(Current) && !(Current is '<' or '>' && Peek(1) == '(')))
        {
            _position = operatorEnd;
            Error(at, operatorEnd, $"'{token}' has no word after it");
        }
        else
        {
            target = ParseWord();
        }

        Redirection.Lines? lines = null;
        if (target is not null && @operator is RedirectionOperator.HereDocument or RedirectionOperator.HereDocumentWithoutTabs)
        {
            lines = new Redirection.Lines();
            _hereDocuments.Add(new PendingHereDocument(lines, target!, @operator == RedirectionOperator.HereDocumentWithoutTabs));
        }

        return new Redirection(Span(start, _position), @operator, target, lines)
        {
            FileDescriptor = DescriptorNumber(start, descriptorEnd),
        };
    }

    private int? DescriptorNumber(int start, int end)
    {
        // No system has descriptors of more digits.
        if (end == start || end - start > 6)
            return null;
        var number = 0;
        for (var i = start; i < end; i++)
            number = (number * 10) + (_text[i] - '0');
        return number;
    }

    private (string Token, RedirectionOperator Operator)? OperatorHere(bool isFirst) => Current switch
    {
        '<' when At("<<<") => ("<<<", RedirectionOperator.HereString),
        '<' when At("<<-") => ("<<-", RedirectionOperator.HereDocumentWithoutTabs),
        '<' when At("<<") => ("<<", RedirectionOperator.HereDocument),
        '<' when At("<&") => ("<&", RedirectionOperator.DuplicateInput),
        '<' when At("<>") => ("<>", RedirectionOperator.ReadWrite),
        '<' when Peek(1) != '(' => ("<", RedirectionOperator.Input),
        '>' when At(">>") => (">>", RedirectionOperator.Append),
        '>' when At(">|") => (">|", RedirectionOperator.Clobber),
        '>' when At(">&") => (">&", RedirectionOperator.DuplicateOutput),
        '>' when Peek(1) != '(' => (">", RedirectionOperator.Output),
        '&' when isFirst && At("&>>") => ("&>>", RedirectionOperator.AppendOutputAndError),
        '&' when isFirst && At("&>") => ("&>", RedirectionOperator.OutputAndError),
        _ => null,
    };

    /// <summary>Reads the lines of the here-documents announced on the line that has just ended.</summary>
    private void ReadHereDocuments()
    {
        if (_hereDocuments.Count == 0)
            return;
        PendingHereDocument[] pending = [.. _hereDocuments];
        _hereDocuments.Clear();
        foreach (var document in pending)
            document.Lines.Document = ReadHereDocument(document);
    }

    private HereDocument ReadHereDocument(PendingHereDocument pending)
    {
        var isLiteral = !pending.Delimiter.IsBare;
        // A delimiter is never expanded: with an expansion in it, it is the text as written.
        var delimiter = pending.Delimiter.LiteralValue ?? pending.Delimiter.Text;
        var start = _position;
        var bodyEnd = -1;
        while (!AtEnd && bodyEnd < 0)
        {
            var lineStart = _position;
            var lineBreak = _text.IndexOf('\n', lineStart, _end - lineStart);
            var lineEnd = lineBreak < 0 ? _end : lineBreak;
            _position = lineBreak < 0 ? _end : lineBreak + 1;
            if (IsDelimiterLine(lineStart, lineEnd))
                bodyEnd = lineStart;
        }

        var next = _position;
        if (bodyEnd < 0)
        {
            bodyEnd = _end;
            _log.AddError(pending.Delimiter.Span, $"Here-document has no end line '{delimiter}'");
        }

        var parts = isLiteral || pending.Delimiter.LiteralValue is null
            ? LiteralOnly(start, bodyEnd)
            : ParseHereDocumentParts(start, bodyEnd);
        _position = next;
        return new HereDocument(Span(start, bodyEnd), new RawText(_text, start, bodyEnd - start), parts, delimiter, isLiteral);

        bool IsDelimiterLine(int lineStart, int lineEnd)
        {
            while (pending.StripsTabs && lineStart < lineEnd && _text[lineStart] == '\t')
                lineStart++;
            if (lineEnd > lineStart && _text[lineEnd - 1] == '\r')
                lineEnd--;
            return lineEnd - lineStart == delimiter.Length && string.CompareOrdinal(_text, lineStart, delimiter, 0, delimiter.Length) == 0;
        }
    }

    private ImmutableArray<ShellPart> LiteralOnly(int start, int end)
    {
        if (end == start)
            return [];
        var raw = new RawText(_text, start, end - start);
        // Nothing is special behind a quoted delimiter, just as between single quotes.
        return [new LiteralPart(Span(start, end), raw, Quoting.Single, raw)];
    }

    private ImmutableArray<ShellPart> ParseHereDocumentParts(int start, int bodyEnd)
    {
        var outerEnd = _end;
        _end = bodyEnd;
        _position = start;
        var parts = ImmutableArray.CreateBuilder<ShellPart>();
        ParseQuotedParts(parts, Quoting.HereDocument, closing: '\0');
        _end = outerEnd;
        return parts.ToImmutable();
    }

    private sealed record PendingHereDocument(Redirection.Lines Lines, ShellWord Delimiter, bool StripsTabs);
}
