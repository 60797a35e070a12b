using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Compose.Tree;

/// <summary>A single value, or a part of one that stands for several: <c>1</c> in <c>A=1</c>.</summary>
internal sealed class ComposeScalar : ComposeNode
{
    private readonly int _start;
    private Located<string>? _text;
    private bool _isExpanded;

    public ComposeScalar(YamlScalar written, ComposeScope scope)
        : base(written)
    {
        (Syntax, Scope, Raw) = (written, scope, written.Value);
        IsNull = written.IsNull;
    }

    private ComposeScalar(YamlScalar written, ComposeScope scope, string raw, int start)
        : base(written)
    {
        (Syntax, Scope, Raw, _start) = (written, scope, raw, start);
    }

    public YamlScalar Syntax { get; }

    public ComposeScope Scope { get; }

    /// <summary>The text before variables are replaced.</summary>
    public string Raw { get; }

    public override bool IsNull { get; }

    /// <summary>The value is not written but follows from a short form; its location is what it follows from.</summary>
    public bool IsImplied { get; private init; }

    public override SourceLocation Location => IsImplied || Raw.Length == Syntax.Value.Length ? Syntax.Location : Syntax.LocationOf(_start, Raw.Length);

    public override Located<string>? Text
    {
        get
        {
            if (_isExpanded)
                return _text;
            if (!IsNull && ComposeInterpolation.Expand(Raw, Scope.Variables) is { } value)
                _text = new Located<string>(value, Location);
            _isExpanded = true;
            return _text;
        }
    }

    /// <summary>What the file alone says: variables count only with their defaults; null when one has none.</summary>
    public Located<string>? Literal =>
        !IsNull && ComposeInterpolation.Expand(Raw, ComposeVariables.None) is { } value ? new Located<string>(value, Location) : null;

    /// <summary>A part of the text as a value of its own.</summary>
    /// <param name="span">In offsets of <see cref="Raw"/>.</param>
    public ComposeScalar Part(TextSpan span) => new(Syntax, Scope, Raw.Substring(span.Start, span.Length), _start + span.Start);

    /// <summary>A value that the short form of this one implies.</summary>
    public ComposeScalar Implies(string text) => new(Syntax, Scope, text, 0) { IsImplied = true };

    /// <summary>The same value after another one that it replaced.</summary>
    public ComposeScalar Over(ComposeNode replaced) => IsImplied || IsNull
        ? this
        : new ComposeScalar(Syntax, Scope, Raw, _start) { Overridden = replaced.Overridden.Add(replaced.Location) };
}
