using System.Collections.Immutable;
using System.Text;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell.CommandLine;

/// <summary>Reads the script that a command is given as text: <c>sh -c '...'</c>, <c>su -c "..."</c>, <c>eval ...</c>, <c>bash &lt;&lt;EOF</c>.</summary>
internal static class NestedScript
{
    /// <summary>
    /// The script, with spans in the text that holds the command; null when the command is given none or its text is not known.
    /// Variables in a double-quoted argument stay variables of the script.
    /// </summary>
    public static ShellScript? Of(Invocation invocation)
    {
        if (invocation.Name is not { } name)
            return null;
        if (name == "eval")
            return Parse(invocation.Words);
        if (name is "su" or "runuser")
            return invocation.FindOption("-c", "--command")?.ValueWord is { } command ? Parse([command]) : null;
        if (!ShellDialects.Recognise(name).IsParsed())
            return null;
        if (invocation.HasShortFlag('c'))
            return invocation.Operands is [var script, ..] ? Parse([script], InterpreterOf(invocation)) : null;
        return invocation.Operands.IsEmpty ? OfInput(invocation) : null;
    }

    private static ShellScript? OfInput(Invocation invocation)
    {
        foreach (var redirection in invocation.Syntax?.Redirections ?? [])
        {
            if (redirection.HereDocument is { } lines && lines.Parts.All(part => part is LiteralPart or ParameterExpansion))
                return ShellScript.Parse(lines.Text, SpanMap.OfToken(lines.Text, lines.Span)).RunBy(InterpreterOf(invocation), ShellScriptForm.HereDocument);
        }

        return null;
    }

    /// <summary>The shell with the options before the script.</summary>
    private static ShellInterpreter? InterpreterOf(Invocation invocation)
    {
        var words = new List<string> { invocation.Name! };
        foreach (var word in invocation.Words)
        {
            if (word.Value is not { } value)
                break;
            words.Add(value);
            if (value is not ['-', ..] && words[words.Count - 2] is not ['-', ..])
                break;
        }

        return ShellInterpreter.FromWords(words);
    }

    private static ShellScript? Parse(ImmutableArray<CommandWord> words, ShellInterpreter? interpreter = null)
    {
        if (words.IsEmpty)
            return null;
        var text = new ScriptText();
        foreach (var word in words)
        {
            if (!text.TryAppend(word))
                return null;
        }

        var whole = TextSpan.FromBounds(words[0].Span.Start, Math.Max(words[0].Span.End, words[words.Length - 1].Span.End));
        // The outer shell has replaced the variables in double quotes before this one reads the text.
        return text.Parse(whole).RunBy(text.HasExpansions ? null : interpreter, ShellScriptForm.Argument);
    }

    /// <summary>The characters of a script and where each was written.</summary>
    private sealed class ScriptText
    {
        private readonly StringBuilder _text = new();
        private readonly List<int> _offsets = [];
        private bool _isExact = true;
        private int _end;

        public bool HasExpansions { get; private set; }

        public ShellScript Parse(TextSpan whole)
        {
            _offsets.Add(_end);
            return ShellScript.Parse(_text.ToString(), _isExact ? SpanMap.FromOffsets(_offsets.ToArray()) : SpanMap.ToWhole(whole));
        }

        public bool TryAppend(CommandWord word)
        {
            if (_text.Length > 0)
            {
                _text.Append(' ');
                _offsets.Add(_end);
            }

            _end = word.Span.End;
            return word.Syntax is { } syntax ? TryAppend(syntax) : TryAppend(word.Prefix, word.Span);
        }

        private bool TryAppend(string value, TextSpan token)
        {
            var map = SpanMap.OfToken(value, token);
            _isExact &= token.Length - value.Length is 0 or 2;
            for (var i = 0; i < value.Length; i++)
                _offsets.Add(map.Map(i, i + 1).Start);
            _text.Append(value);
            return true;
        }

        private bool TryAppend(ShellWord word)
        {
            _isExact &= word.Span.Length == word.Raw.Length;
            return TryAppend(word.Parts, word.Span.Start - word.Raw.Start);
        }

        private bool TryAppend(ImmutableArray<ShellPart> parts, int shift)
        {
            foreach (var part in parts)
            {
                if (part is LiteralPart literal)
                    Append(literal, shift);
                else if (part is ParameterExpansion)
                    AppendExpansion(part, shift);
                else if (part is not DoubleQuotedPart quoted || !TryAppend(quoted.Parts, shift))
                    return false;
            }

            return true;
        }

        private void Append(LiteralPart literal, int shift)
        {
            if (literal.Quoting != Quoting.Ansi)
            {
                Append(literal.Content, literal.Quoting, shift);
                return;
            }

            _isExact &= literal.Value.Length == literal.Content.Length;
            _text.Append(literal.Value);
            for (var i = 0; i < literal.Value.Length; i++)
                _offsets.Add(literal.Content.Start + shift + i);
        }

        private void AppendExpansion(ShellPart part, int shift)
        {
            HasExpansions = true;
            Append(part.Raw, Quoting.Single, shift);
        }

        private void Append(RawText raw, Quoting quoting, int shift)
        {
            var first = _offsets.Count;
            QuoteRemoval.Decode(raw.Source, raw.Start, raw.End, quoting, _text, _offsets);
            for (var i = first; i < _offsets.Count; i++)
                _offsets[i] += shift;
        }
    }
}
