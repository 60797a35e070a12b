namespace HardenBuild.Rendering.Helm.Functions.Strings;

/// <summary>The kinds of words that xstrings cuts a text into.</summary>
internal enum WordKind
{
    None,
    Number,
    UpperCase,
    Alphabet,
    Connector,
    Punctuation,
    Other,
}
