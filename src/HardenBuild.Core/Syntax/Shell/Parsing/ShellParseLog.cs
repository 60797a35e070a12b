using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell;

/// <summary>What a parser and the parsers it starts for backticks share.</summary>
internal sealed class ShellParseLog(int length)
{
    private const int MaxErrors = 100;

    private readonly ImmutableArray<SyntaxError>.Builder _errors = ImmutableArray.CreateBuilder<SyntaxError>();
    private readonly ImmutableArray<TextSpan>.Builder _comments = ImmutableArray.CreateBuilder<TextSpan>();
    private int _depth;

    /// <summary>True once the text was nested too deeply: everything is left unread from there, and its missing ends are not reported.</summary>
    public bool IsTooDeep { get; private set; }

    /// <summary>Characters that telling <c>$((</c> from <c>$( (</c> may still look ahead, which keeps the whole parse linear.</summary>
    public long LookAhead { get; set; } = 1024L + (4L * length);

    public ImmutableArray<SyntaxError> Errors => _errors.ToImmutable();

    public ImmutableArray<TextSpan> Comments => _comments.ToImmutable();

    public void AddError(TextSpan span, string message)
    {
        if (!IsTooDeep && _errors.Count < MaxErrors)
            _errors.Add(new SyntaxError(span, message));
    }

    public void AddComment(TextSpan span) => _comments.Add(span);

    public bool TryEnter(TextSpan span)
    {
        if (++_depth <= ShellScript.MaxDepth)
            return true;
        AddError(span, ShellScript.TooDeepMessage);
        IsTooDeep = true;
        return false;
    }

    public void Leave() => _depth--;
}
