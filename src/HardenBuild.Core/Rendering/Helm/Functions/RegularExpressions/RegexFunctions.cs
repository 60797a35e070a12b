using System.Text;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Functions.RegularExpressions;

/// <summary>Sprig's functions on regular expressions.</summary>
internal static class RegexFunctions
{
    private static readonly ParameterKind[] TwoTexts = [ParameterKind.String, ParameterKind.String];
    private static readonly ParameterKind[] ThreeTexts = [ParameterKind.String, ParameterKind.String, ParameterKind.String];
    private static readonly ParameterKind[] TextsAndCount = [ParameterKind.String, ParameterKind.String, ParameterKind.Int];

    public static TemplateFunction[] All { get; } =
    [
        new("regexMatch", TwoTexts, null, IsMatch),
        new("mustRegexMatch", TwoTexts, null, static (call, arguments) => GoBoolean.Of(Required(arguments).IsMatch(arguments.TextAt(1), call.Budget))),
        new("regexFind", TwoTexts, null, static (call, arguments) => Find(call, Compiled(arguments), arguments)),
        new("mustRegexFind", TwoTexts, null, static (call, arguments) => Find(call, Required(arguments), arguments)),
        new("regexFindAll", TextsAndCount, null, static (call, arguments) => FindAll(call, Compiled(arguments), arguments)),
        new("mustRegexFindAll", TextsAndCount, null, static (call, arguments) => FindAll(call, Required(arguments), arguments)),
        new("regexReplaceAll", ThreeTexts, null, static (call, arguments) => Replace(call, Compiled(arguments), arguments, isLiteral: false)),
        new("mustRegexReplaceAll", ThreeTexts, null, static (call, arguments) => Replace(call, Required(arguments), arguments, isLiteral: false)),
        new("regexReplaceAllLiteral", ThreeTexts, null, static (call, arguments) => Replace(call, Compiled(arguments), arguments, isLiteral: true)),
        new("mustRegexReplaceAllLiteral", ThreeTexts, null, static (call, arguments) => Replace(call, Required(arguments), arguments, isLiteral: true)),
        new("regexSplit", TextsAndCount, null, static (call, arguments) => Split(call, Compiled(arguments), arguments)),
        new("mustRegexSplit", TextsAndCount, null, static (call, arguments) => Split(call, Required(arguments), arguments)),
        new("regexQuoteMeta", [ParameterKind.String], null, static (_, arguments) => new GoString(QuoteMeta(arguments.TextAt(0)))),
    ];

    // The plain forms panic in Go's MustCompile.
    private static GoRegex Compiled(GoValue[] arguments)
    {
        try
        {
            return GoRegex.Compile(arguments.TextAt(0));
        }
        catch (RegexSyntaxException exception)
        {
            throw new FunctionException(GoRegex.PanicMessage(arguments.TextAt(0), exception));
        }
    }

    private static GoRegex Required(GoValue[] arguments)
    {
        try
        {
            return GoRegex.Compile(arguments.TextAt(0));
        }
        catch (RegexSyntaxException exception)
        {
            throw new FunctionException(exception.Message);
        }
    }

    // A wrong pattern matches nothing.
    private static GoBoolean IsMatch(FunctionCall call, GoValue[] arguments)
    {
        try
        {
            return GoBoolean.Of(GoRegex.Compile(arguments.TextAt(0)).IsMatch(arguments.TextAt(1), call.Budget));
        }
        catch (RegexSyntaxException)
        {
            return GoBoolean.False;
        }
    }

    private static GoString Find(FunctionCall call, GoRegex regex, GoValue[] arguments)
    {
        var text = arguments.TextAt(1);
        return regex.On(text, call.Budget).Find(0) is { } match ? new GoString(text.Substring(match[0], match[1] - match[0])) : GoString.Empty;
    }

    private static GoList FindAll(FunctionCall call, GoRegex regex, GoValue[] arguments)
    {
        var text = arguments.TextAt(1);
        List<GoValue> found = [];
        foreach (var match in regex.FindAll(text, arguments.IntegerAt(2), call.Budget))
            found.Add(new GoString(text.Substring(match[0], match[1] - match[0])));
        return new GoList(found, "string");
    }

    private static GoString Replace(FunctionCall call, GoRegex regex, GoValue[] arguments, bool isLiteral)
    {
        var text = RegexReplacement.Replace(regex, arguments.TextAt(1), arguments.TextAt(2), isLiteral, call.Budget);
        return text == arguments.TextAt(1) ? arguments.StringAt(1) : new GoString(text);
    }

    private static GoList Split(FunctionCall call, GoRegex regex, GoValue[] arguments)
    {
        var (text, maximum) = (arguments.TextAt(1), arguments.IntegerAt(2));
        List<GoValue> parts = [];
        if (maximum == 0)
            return new GoList(parts, "string");
        if (regex.Pattern.Length > 0 && text.Length == 0)
            return new GoList([GoString.Empty], "string");
        var (start, end) = (0, 0);
        foreach (var match in regex.FindAll(text, maximum, call.Budget))
        {
            if (maximum > 0 && parts.Count == maximum - 1)
                break;
            end = match[0];
            if (match[1] != 0)
                parts.Add(new GoString(text.Substring(start, end - start)));
            start = match[1];
        }

        if (end != text.Length)
            parts.Add(new GoString(text.Substring(start)));
        return new GoList(parts, "string");
    }

    private static string QuoteMeta(string text)
    {
        var quoted = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (c is '\\' or '.' or '+' or '*' or '?' or '(' or ')' or '|' or '[' or ']' or '{' or '}' or '^' or '$')
                quoted.Append('\\');
            quoted.Append(c);
        }

        return quoted.ToString();
    }
}
