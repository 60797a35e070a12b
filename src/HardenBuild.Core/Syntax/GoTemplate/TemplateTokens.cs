using HardenBuild.Text;

namespace HardenBuild.Syntax.GoTemplate;

/// <summary>The tokens of a template with the look-ahead that its grammar needs.</summary>
/// <remarks>After an error it yields nothing but the end of the action, so that every rule of the grammar ends by itself.</remarks>
internal sealed class TemplateTokens(TemplateLexer lexer)
{
    private readonly TemplateToken[] _ahead = new TemplateToken[3];
    private int _count;
    private TemplateToken _newest;

    /// <summary>Whether an error made the rest of this action meaningless.</summary>
    public bool IsSkipping { get; private set; }

    /// <summary>The last token that was read from the text; Go names its line.</summary>
    public TemplateToken Newest => _newest;

    public TemplateToken Next()
    {
        if (IsSkipping)
            return new TemplateToken(TemplateTokenKind.RightDelimiter, _newest.End, _newest.End, _newest.Line);
        if (_count > 0)
            return _ahead[--_count];
        _newest = lexer.Next();
        return _newest;
    }

    public TemplateToken Peek()
    {
        var token = Next();
        PutBack(token);
        return token;
    }

    public TemplateToken NextWord()
    {
        var token = Next();
        while (token.Kind == TemplateTokenKind.Space)
            token = Next();
        return token;
    }

    public TemplateToken PeekWord()
    {
        var token = NextWord();
        PutBack(token);
        return token;
    }

    /// <summary>The last token put back is the first to come again.</summary>
    public void PutBack(TemplateToken token)
    {
        if (!IsSkipping)
            _ahead[_count++] = token;
    }

    public void Skip() => IsSkipping = true;

    /// <summary>Goes on after an action with an error.</summary>
    public void Resume()
    {
        if (!IsSkipping)
            return;
        IsSkipping = false;
        _count = 0;
        lexer.SkipAction();
    }
}
