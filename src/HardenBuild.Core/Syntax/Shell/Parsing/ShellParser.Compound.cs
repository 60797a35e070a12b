using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell;

/// <content>Compound commands.</content>
internal sealed partial class ShellParser
{
    /// <summary>A compound command or a function in the keyword spelling; null and not moved when none starts here.</summary>
    private ShellCommand? ParseCompound() => Current switch
    {
        '(' when Peek(1) == '(' && IsArithmetic(_position + 2) => ParseArithmeticCommand(),
        '(' => ParseSubshell(),
        '{' when AtReserved("{") => ParseGroup(),
        '[' when AtReserved("[[") => ParseTest(),
        'i' when AtReserved("if") => ParseIf(),
        'w' when AtReserved("while") => ParseWhile(isUntil: false),
        'u' when AtReserved("until") => ParseWhile(isUntil: true),
        'f' when AtReserved("for") => ParseFor(),
        's' when AtReserved("select") => ParseFor(),
        'c' when AtReserved("case") => ParseCase(),
        'f' when AtReserved("function") => ParseFunction(),
        _ => null,
    };

    private ImmutableArray<Redirection> ParseRedirections()
    {
        var redirections = ImmutableArray.CreateBuilder<Redirection>();
        while (true)
        {
            var before = _position;
            SkipBlanks();
            if (AtEnd || ParseRedirection() is not { } redirection)
            {
                _position = before;
                return redirections.ToImmutable();
            }

            redirections.Add(redirection);
        }
    }

    private SubshellCommand ParseSubshell()
    {
        var start = _position++;
        var body = ParseParenthesised(start, start + 1);
        var redirections = ParseRedirections();
        return new SubshellCommand(Span(start, _position), body, redirections);
    }

    private GroupCommand ParseGroup()
    {
        var start = _position++;
        var body = ParseNestedList(ShellListEnds.Brace);
        Close("}", start, "{");
        var redirections = ParseRedirections();
        return new GroupCommand(Span(start, _position), body, redirections);
    }

    private ArithmeticCommand ParseArithmeticCommand()
    {
        var start = _position;
        _position += 2;
        var parts = ParseExpression(start);
        var redirections = ParseRedirections();
        return new ArithmeticCommand(Span(start, _position), parts, redirections);
    }

    private IfCommand ParseIf()
    {
        var start = _position;
        var clauses = ImmutableArray.CreateBuilder<IfClause>(1);
        ShellList? otherwise = null;
        var clauseLength = 2;
        do
        {
            var clauseStart = _position;
            _position += clauseLength;
            var condition = ParseNestedList(ShellListEnds.Then | ShellListEnds.ElseOrFi);
            ShellList body;
            if (AtReserved("then"))
            {
                _position += 4;
                body = ParseNestedList(ShellListEnds.ElseOrFi);
            }
            else
            {
                Error(clauseStart, clauseStart + clauseLength, $"'{_text.Substring(clauseStart, clauseLength)}' has no matching 'then'");
                body = MissingList(clauseStart);
            }

            clauses.Add(new IfClause(Span(clauseStart, _position), condition, body));
            clauseLength = 4;
        }
        while (AtReserved("elif"));

        if (AtReserved("else"))
        {
            _position += 4;
            otherwise = ParseNestedList(ShellListEnds.ElseOrFi);
        }

        Close("fi", start, "if");
        var redirections = ParseRedirections();
        return new IfCommand(Span(start, _position), clauses.ToImmutable(), otherwise, redirections);
    }

    private WhileCommand ParseWhile(bool isUntil)
    {
        var start = _position;
        _position += 5;
        var condition = ParseNestedList(ShellListEnds.Do | ShellListEnds.Done);
        var body = ParseDoBody(start, 5);
        var redirections = ParseRedirections();
        return new WhileCommand(Span(start, _position), condition, body, redirections) { IsUntil = isUntil };
    }

    /// <summary><c>do list done</c>, or the <c>{ list }</c> that bash also takes after <c>for</c>.</summary>
    private ShellList ParseDoBody(int keywordStart, int keywordLength)
    {
        var keyword = _text.Substring(keywordStart, keywordLength);
        ShellList body;
        if (AtReserved("{"))
        {
            var open = _position++;
            body = ParseNestedList(ShellListEnds.Brace);
            Close("}", open, "{");
            return body;
        }

        if (AtReserved("do"))
        {
            _position += 2;
            body = ParseNestedList(ShellListEnds.Done);
        }
        else
        {
            Error(keywordStart, keywordStart + keywordLength, $"'{keyword}' has no matching 'do'");
            body = MissingList(keywordStart);
            if (!AtReserved("done"))
                return body;
        }

        Close("done", keywordStart, keyword);
        return body;
    }

    private ShellCommand ParseFor()
    {
        var start = _position;
        var keywordLength = Current == 'f' ? 3 : 6;
        _position += keywordLength;
        SkipBlanks();
        if (At("(("))
        {
            var open = _position;
            _position += 2;
            var header = ParseExpression(open);
            SkipForSeparator();
            var loop = ParseDoBody(start, keywordLength);
            var loopRedirections = ParseRedirections();
            return new ArithmeticForCommand(Span(start, _position), header, loop, loopRedirections);
        }

        var nameStart = _position;
        _position = EndOfName(nameStart);
        var name = _text.Substring(nameStart, _position - nameStart);
        if (name.Length == 0)
        {
            var hasWord = !AtEnd && !IsWordEnd(Current);
            Error(hasWord ? nameStart : start, hasWord ? nameStart + 1 : start + keywordLength, $"'{_text.Substring(start, keywordLength)}' has no variable name after it");
            // `for $x in` is read on as if the name were one.
            if (hasWord)
                ParseWord();
        }

        var words = ImmutableArray.CreateBuilder<ShellWord>();
        SkipLines();
        if (AtReserved("in"))
        {
            _position += 2;
            SkipBlanks();
            while (!AtEnd && Current != '#' && (!IsWordEnd(Current) || (Current is '<' or '>' && Peek(1) == '(')))
            {
                words.Add(ParseWord());
                SkipBlanks();
            }
        }

        SkipForSeparator();
        var body = ParseDoBody(start, keywordLength);
        var redirections = ParseRedirections();
        return new ForCommand(Span(start, _position), name, words.ToImmutable(), body, redirections);
    }

    private void SkipForSeparator()
    {
        SkipBlanks();
        if (Current == ';')
            _position++;
        SkipLines();
    }

    private FunctionDefinition ParseFunction()
    {
        var start = _position;
        _position += 8;
        SkipBlanks();
        var nameStart = _position;
        while (!AtEnd && !IsWordEnd(Current))
            _position++;
        var name = _text.Substring(nameStart, _position - nameStart);
        SkipBlanks();
        if (Current == '(')
            TrySkipParentheses();
        return ParseFunctionBody(start, name);
    }

    private FunctionDefinition ParseFunctionBody(int start, string name)
    {
        var headEnd = _position;
        SkipLines();
        // A function is no compound command, so it cannot be the body: this also bounds the recursion.
        var body = AtEnd || AtReserved("function") ? null : ParseCompound();
        if (body is null)
            Error(start, headEnd, $"Function '{name}' has no body");

        return new FunctionDefinition(Span(start, _position), name, body);
    }

    // At the keyword: the place here may lie past a removed escape character, outside of the command that lacks the list.
    private ShellList MissingList(int keywordStart) => new(Span(keywordStart, keywordStart), []);

    /// <summary>Moves over the closing word, or reports the opening one.</summary>
    private void Close(string word, int openStart, string open)
    {
        if (AtReserved(word))
            _position += word.Length;
        else
            Error(openStart, openStart + open.Length, $"'{open}' has no matching '{word}'");
    }
}
