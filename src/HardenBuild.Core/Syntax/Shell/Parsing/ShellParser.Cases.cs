using System.Collections.Immutable;

namespace HardenBuild.Syntax.Shell;

/// <content><c>case</c> and <c>[[ ]]</c>, whose words follow rules of their own.</content>
internal sealed partial class ShellParser
{
    private CaseCommand ParseCase()
    {
        var start = _position;
        _position += 4;
        SkipBlanks();
        var subject = AtEnd || IsWordEnd(Current) ? null : ParseWord();
        SkipLines();
        var items = ImmutableArray.CreateBuilder<CaseItem>();
        if (AtReserved("in"))
        {
            _position += 2;
            SkipLines();
            while (!AtEnd && !AtReserved("esac") && ParseCaseItem() is { } item)
            {
                items.Add(item);
                SkipLines();
            }
        }
        else
        {
            Error(start, start + 4, "'case' has no matching 'in'");
        }

        Close("esac", start, "case");
        var redirections = ParseRedirections();
        return new CaseCommand(Span(start, _position), subject, items.ToImmutable(), redirections);
    }

    private CaseItem? ParseCaseItem()
    {
        var start = _position;
        if (Current == '(')
            _position++;
        var patterns = ImmutableArray.CreateBuilder<ShellWord>(1);
        while (true)
        {
            SkipBlanks();
            if (AtEnd || (IsWordEnd(Current) && Current != '|'))
                break;
            if (Current == '|')
                _position++;
            else
                patterns.Add(ParseWord());
        }

        if (Current != ')')
        {
            Error(start, Math.Min(_end, Math.Max(start + 1, _position)), "Pattern of 'case' has no ')' after it");
            return null;
        }

        _position++;
        var body = ParseNestedList(ShellListEnds.CaseBreak | ShellListEnds.Esac);
        if (At(";;&"))
            _position += 3;
        else if (At(";;") || At(";&"))
            _position += 2;
        return new CaseItem(Span(start, _position), patterns.ToImmutable(), body);
    }

    private TestCommand ParseTest()
    {
        var start = _position;
        _position += 2;
        var words = ImmutableArray.CreateBuilder<ShellWord>();
        while (true)
        {
            SkipLines();
            if (AtReserved("]]"))
            {
                _position += 2;
                break;
            }

            if (AtEnd || Current == ';')
            {
                Error(start, start + 2, "'[[' has no matching ']]'");
                break;
            }

            if (IsWordEnd(Current) && !(Current is '<' or '>' && Peek(1) == '('))
            {
                // Operators and parentheses only group operands.
                _position++;
                continue;
            }

            var word = ParseWord();
            words.Add(word);
            if (word.IsBare && word.Text == "=~")
            {
                SkipBlanks();
                if (!AtEnd && Current is not ('\n' or ')'))
                    words.Add(ParseWord(WordEnd.Expression));
            }
        }

        var redirections = ParseRedirections();
        return new TestCommand(Span(start, _position), words.ToImmutable(), redirections);
    }
}
