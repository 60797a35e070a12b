using System.Text;

namespace HardenBuild.Rendering.Helm.Functions.Strings;

/// <summary>The conversions of xstrings: <c>snake_case</c>, <c>kebab-case</c>, <c>PascalCase</c>.</summary>
internal static class WordCase
{
    /// <summary>Words in lower case with a connector between them; numbers stay with the word around them: <c>Bld4Floor3rd</c> is <c>bld4_floor_3rd</c>.</summary>
    public static string ToLowerCase(string text, char connector)
    {
        var result = new StringBuilder(text.Length + 8);
        var words = new WordReader(text);
        words.Next();
        while (!words.IsAtEnd)
        {
            if (words.Kind != WordKind.Connector)
                Append(result, words.Kind, words.Word, connector);
            var (previous, last) = (words.Kind, words.Word);
            words.Next();
            switch (previous)
            {
                case WordKind.Number:
                    AppendNumberAndLetters(result, words, connector);
                    if (words.Kind is not (WordKind.None or WordKind.Punctuation or WordKind.Connector))
                        result.Append(connector);
                    break;
                case WordKind.Connector:
                    Append(result, previous, last, connector);
                    break;
                case WordKind.Punctuation:
                    break;
                default:
                    AfterWord(result, words, connector);
                    break;
            }
        }

        Append(result, words.Kind, words.Word, connector);
        return result.ToString();
    }

    /// <summary>Words that begin with a capital: <c>http_server</c> is <c>HttpServer</c>.</summary>
    public static string ToPascalCase(string text)
    {
        var result = new StringBuilder(text.Length);
        var position = 0;
        while (position < text.Length && WordReader.IsConnector(text[position]))
            result.Append(text[position++]);
        if (position == text.Length)
            return result.ToString();
        var isUpperWord = char.IsUpper(text[position]);
        var current = char.ToUpperInvariant(text[position++]);
        while (position < text.Length)
        {
            var previous = current;
            current = text[position++];
            if (WordReader.IsConnector(current) && WordReader.IsConnector(previous))
            {
                result.Append(previous);
                continue;
            }

            if (WordReader.IsConnector(previous))
            {
                isUpperWord = char.IsUpper(current);
                current = char.ToUpperInvariant(current);
                continue;
            }

            if (isUpperWord)
            {
                isUpperWord = char.IsUpper(current);
                current = char.ToLowerInvariant(current);
            }

            result.Append(previous);
        }

        return result.Append(current).ToString();
    }

    private static void AfterWord(StringBuilder result, WordReader words, char connector)
    {
        if (words.Kind != WordKind.Number)
        {
            if (words.Kind is not (WordKind.Connector or WordKind.Punctuation))
                result.Append(connector);
            return;
        }

        if (words.IsAtEnd)
            return;
        var number = words.Word;
        words.Next();
        // A number belongs to the word before it, "Bld4Floor", unless small letters follow, "HTTP2xx".
        if (words.Kind != WordKind.Alphabet)
        {
            Append(result, WordKind.Number, number, connector);
            if (words.Kind is not (WordKind.Connector or WordKind.Punctuation))
                result.Append(connector);
            return;
        }

        result.Append(connector);
        Append(result, WordKind.Number, number, connector);
        AppendNumberAndLetters(result, words, connector);
        if (words.Kind is not (WordKind.None or WordKind.Connector or WordKind.Punctuation))
            result.Append(connector);
    }

    private static void AppendNumberAndLetters(StringBuilder result, WordReader words, char connector)
    {
        while (words.Kind is WordKind.Alphabet or WordKind.Number)
        {
            Append(result, words.Kind, words.Word, connector);
            words.Next();
        }
    }

    private static void Append(StringBuilder result, WordKind kind, string word, char connector)
    {
        if (kind is not (WordKind.UpperCase or WordKind.Connector))
        {
            result.Append(word);
            return;
        }

        foreach (var c in word)
            result.Append(WordReader.IsConnector(c) ? connector : char.ToLowerInvariant(c));
    }
}
