using System.Globalization;
using System.Text;

namespace HardenBuild.Rendering.Helm.Functions.RegularExpressions;

/// <summary>Replaces the matches of an expression as Go's <c>ReplaceAllString</c> does.</summary>
internal static class RegexReplacement
{
    /// <param name="isLiteral">The replacement is not a template with <c>$1</c> and <c>${name}</c>.</param>
    public static string Replace(GoRegex regex, string text, string replacement, bool isLiteral, RenderBudget budget)
    {
        var matcher = regex.On(text, budget);
        var result = new StringBuilder(text.Length);
        var lastEnd = 0;
        for (var position = 0; position <= text.Length;)
        {
            if (matcher.Find(position) is not { } match)
                break;
            result.Append(text, lastEnd, match[0] - lastEnd);
            if (match[1] > lastEnd || match[0] == 0)
            {
                if (isLiteral)
                    result.Append(replacement);
                else
                    Expand(regex, text, replacement, match, result);
            }

            budget.RequireLength(result.Length);
            lastEnd = match[1];
            position = Math.Max(match[1], position + GoRegex.WidthAt(text, position));
        }

        return result.Append(text, lastEnd, text.Length - lastEnd).ToString();
    }

    private static void Expand(GoRegex regex, string text, string template, int[] match, StringBuilder result)
    {
        for (var i = 0; i < template.Length;)
        {
            var dollar = template.IndexOf('$', i);
            if (dollar < 0)
            {
                result.Append(template, i, template.Length - i);
                return;
            }

            result.Append(template, i, dollar - i);
            i = dollar + 1;
            if (i < template.Length && template[i] == '$')
            {
                result.Append('$');
                i++;
            }
            else if (Name(template, ref i) is { } name)
            {
                AppendGroup(regex, text, name, match, result);
            }
            else
            {
                result.Append('$');
            }
        }
    }

    // The longest possible name: $1x is the group "1x".
    private static string? Name(string template, ref int position)
    {
        var hasBraces = position < template.Length && template[position] == '{';
        var start = hasBraces ? position + 1 : position;
        var end = start;
        while (end < template.Length && (template[end] == '_' || char.IsLetterOrDigit(template[end])))
            end++;
        if (end == start || (hasBraces && (end == template.Length || template[end] != '}')))
            return null;
        position = hasBraces ? end + 1 : end;
        return template.Substring(start, end - start);
    }

    private static void AppendGroup(GoRegex regex, string text, string name, int[] match, StringBuilder result)
    {
        var index = -1;
        if (name.Length < 9 && (name[0] != '0' || name.Length == 1) && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            index = number;
        }
        else
        {
            for (var i = 0; i < regex.GroupNames.Count && index < 0; i++)
            {
                if (regex.GroupNames[i] == name)
                    index = i;
            }
        }

        if (index >= 0 && index < regex.GroupNames.Count && match[2 * index] >= 0)
            result.Append(text, match[2 * index], match[(2 * index) + 1] - match[2 * index]);
    }
}
