using HardenBuild.Text;

namespace HardenBuild.Configuration;

/// <summary>One line <c>key = value</c> of an <c>.editorconfig</c> or <c>.globalconfig</c>.</summary>
/// <param name="Key">Lower case: keys are compared without regard to case.</param>
/// <param name="Value">Trimmed, without an inline comment; in the user's case but for the reserved keys of EditorConfig and the value <c>unset</c>.</param>
/// <param name="KeySpan">The key as it is written.</param>
/// <param name="ValueSpan">The value as it is written; empty behind the separator where there is none.</param>
internal sealed record EditorConfigProperty(string Key, string Value, TextSpan KeySpan, TextSpan ValueSpan)
{
    public override string ToString() => $"{Key} = {Value}";
}
