using System.Globalization;
using System.Text;

namespace HardenBuild.Rendering.Helm.Functions.Toml;

/// <summary>Strings and keys of TOML.</summary>
internal static class TomlText
{
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\b' => quoted.Append("\\b"),
                '\t' => quoted.Append("\\t"),
                '\n' => quoted.Append("\\n"),
                '\f' => quoted.Append("\\f"),
                '\r' => quoted.Append("\\r"),
                < ' ' or '\u007F' => quoted.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>A key, quoted unless it is made of letters, digits, dashes and underscores.</summary>
    public static string Key(string key)
    {
        foreach (var c in key)
        {
            if (!IsBare(c))
                return Quote(key);
        }

        return key.Length == 0 ? "\"\"" : key;
    }

    public static bool IsBare(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_';
}
