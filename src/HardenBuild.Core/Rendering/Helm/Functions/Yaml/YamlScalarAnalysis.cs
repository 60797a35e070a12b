namespace HardenBuild.Rendering.Helm.Functions.Yaml;

/// <summary>Which styles can hold a text, as libyaml's emitter decides it.</summary>
internal readonly record struct YamlScalarAnalysis(bool IsMultiline, bool AllowsPlain, bool AllowsSingleQuotes, bool AllowsBlock)
{
    /// <param name="tabsNeedQuotes">go-yaml 3 prints tabs in blocks; go-yaml 2 takes them for special characters.</param>
    public static YamlScalarAnalysis Of(string text, bool tabsNeedQuotes)
    {
        if (text.Length == 0)
            return new YamlScalarAnalysis(false, true, true, false);
        var indicators = text.StartsWith("---", StringComparison.Ordinal) || text.StartsWith("...", StringComparison.Ordinal);
        bool breaks = false, special = false, tabs = false, breakThenSpace = false, spaceThenBreak = false;
        bool wasSpace = false, wasBreak = false, wasBlank = true;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var isBeforeBlank = i + 1 >= text.Length || IsBlankOrBreak(text[i + 1]);
            indicators |= i == 0 ? IsLeadingIndicator(c, isBeforeBlank) : (c == ':' && isBeforeBlank) || (c == '#' && wasBlank);
            if (c == '\t' && !tabsNeedQuotes)
                tabs = true;
            else
                special |= !IsPrintable(c);
            if (c == ' ')
            {
                breakThenSpace |= wasBreak;
                (wasSpace, wasBreak) = (true, false);
            }
            else if (IsBreak(c))
            {
                breaks = true;
                spaceThenBreak |= wasSpace;
                (wasSpace, wasBreak) = (false, true);
            }
            else
            {
                (wasSpace, wasBreak) = (false, false);
            }

            wasBlank = IsBlankOrBreak(c);
        }

        var (first, last) = (text[0], text[text.Length - 1]);
        var hasOuterBlanks = first == ' ' || IsBreak(first) || last == ' ' || IsBreak(last);
        var isHard = spaceThenBreak || special;
        return new YamlScalarAnalysis(
            breaks,
            !hasOuterBlanks && !breakThenSpace && !isHard && !breaks && !indicators && !tabs,
            !breakThenSpace && !isHard && !tabs,
            last != ' ' && !isHard);
    }

    public static bool IsBreak(char c) => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    /// <summary>Written as it stands. Characters above U+FFFF are escaped, as libyaml's port to Go does.</summary>
    public static bool IsPrintable(char c) => c is '\n' or (>= ' ' and <= '~') or (>= '\u00A0' and <= '\uD7FF') or (>= '\uE000' and <= '\uFFFD' and not '\uFEFF');

    private static bool IsBlankOrBreak(char c) => c is ' ' or '\t' || IsBreak(c);

    private static bool IsLeadingIndicator(char c, bool isBeforeBlank) => c switch
    {
        '#' or ',' or '[' or ']' or '{' or '}' or '&' or '*' or '!' or '|' or '>' or '\'' or '"' or '%' or '@' or '`' => true,
        '?' or ':' or '-' => isBeforeBlank,
        _ => false,
    };
}
