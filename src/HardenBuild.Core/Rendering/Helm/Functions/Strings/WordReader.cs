namespace HardenBuild.Rendering.Helm.Functions.Strings;

/// <summary>Cuts a text into words as xstrings does: <c>HTTPStatus</c> is <c>HTTP</c> and <c>Status</c>.</summary>
internal sealed class WordReader(string text)
{
    private int _position;

    public WordKind Kind { get; private set; }

    public string Word { get; private set; } = "";

    public bool IsAtEnd => _position >= text.Length;

    public void Next()
    {
        var start = _position;
        if (IsAtEnd)
        {
            (Kind, Word) = (WordKind.None, "");
            return;
        }

        var c = text[_position++];
        Kind = KindOf(c);
        switch (Kind)
        {
            case WordKind.UpperCase:
                ReadUpperCase(start);
                break;
            case WordKind.Alphabet:
                While(static next => IsAlphabet(next) && !char.IsUpper(next));
                break;
            case WordKind.Connector:
                While(IsConnector);
                break;
            case WordKind.Punctuation:
                While(char.IsPunctuation);
                break;
            case WordKind.Number:
                While(char.IsNumber);
                break;
            default:
                While(static next => !IsConnector(next) && !IsAlphabet(next) && !char.IsNumber(next) && !char.IsPunctuation(next));
                break;
        }

        Word = text.Substring(start, _position - start);
    }

    public static bool IsConnector(char c) => c is '-' or '_' || CuttingFunctions.IsSpace(c);

    private void ReadUpperCase(int start)
    {
        if (IsAtEnd)
            return;
        if (!char.IsUpper(text[_position]))
        {
            While(static next => IsAlphabet(next) && !char.IsUpper(next));
            return;
        }

        While(char.IsUpper);
        // The last capital belongs to the word that follows.
        if (!IsAtEnd && IsAlphabet(text[_position]) && _position - start > 1)
            _position--;
    }

    private void While(Func<char, bool> belongs)
    {
        while (!IsAtEnd && belongs(text[_position]))
            _position++;
    }

    private static WordKind KindOf(char c) =>
        IsConnector(c) ? WordKind.Connector
        : char.IsPunctuation(c) ? WordKind.Punctuation
        : char.IsUpper(c) ? WordKind.UpperCase
        : IsAlphabet(c) ? WordKind.Alphabet
        : char.IsNumber(c) ? WordKind.Number
        : WordKind.Other;

    // Letters but those of Chinese, Japanese and Korean.
    private static bool IsAlphabet(char c) => char.IsLetter(c) && c is < '\u3400' or (> '\u4D85' and < '\u4E00') or > '\u9FCC';
}
