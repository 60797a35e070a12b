using System.Globalization;
using YamlDotNet.Core;

namespace HardenBuild.Rendering.Helm.Functions.Yaml;

/// <summary>What go-yaml says about a syntax error. Both readers descend from libyaml and share most of its words.</summary>
internal static class YamlErrorText
{
    /// <param name="exception">What is wrong.</param>
    /// <param name="linesBefore">How many lines stand before the text whose lines the exception counts.</param>
    public static string Of(YamlException exception, int linesBefore)
    {
        var message = exception.Message;
        // YamlDotNet puts marks before its messages in some versions: (Line: 1, Col: 1, Idx: 0) - (Line: ...): message.
        if (message.StartsWith("(Line", StringComparison.Ordinal) && message.IndexOf("): ", StringComparison.Ordinal) is >= 0 and var end)
            message = message.Substring(end + 3);
        message = message.TrimEnd('.', ' ');
        if (message.StartsWith("While ", StringComparison.OrdinalIgnoreCase) && message.IndexOf(", ", StringComparison.Ordinal) is >= 0 and var comma)
            message = message.Substring(comma + 2);
        message = message.Length == 0 ? "unknown problem parsing YAML content" : char.ToLowerInvariant(message[0]) + message.Substring(1);
        // Lines count from one there; go-yaml's count from zero, and its scanner adds one.
        var line = linesBefore + exception.End.Line - 1;
        var isScanner = exception is SyntaxErrorException;
        return line > 0
            ? "yaml: line " + (isScanner ? line + 1 : line).ToString(CultureInfo.InvariantCulture) + ": " + message
            : "yaml: " + message;
    }
}
