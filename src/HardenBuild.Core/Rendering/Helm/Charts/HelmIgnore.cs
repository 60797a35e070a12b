using HardenBuild.Model.Docker.Context;

namespace HardenBuild.Rendering.Helm.Charts;

/// <summary>The rules of <c>.helmignore</c>, which differ from those of git: no <c>**</c>, and <c>!</c> hides all that it does not match.</summary>
/// <remarks>Decides as Helm's pkg/ignore does.</remarks>
internal sealed class HelmIgnore
{
    public const string FileName = ".helmignore";

    private readonly List<HelmIgnoreRule> _rules = [];

    /// <exception cref="FormatException">A pattern is malformed; the message is Helm's.</exception>
    public static HelmIgnore Parse(string text)
    {
        var ignore = new HelmIgnore();
        foreach (var line in text.Split('\n'))
            ignore.Add(line);
        // Hidden files of templates are never templates.
        ignore.Add("templates/.?*");
        return ignore;
    }

    /// <param name="path">Relative to the chart's folder.</param>
    public bool Ignores(string path, bool isFolder)
    {
        foreach (var rule in _rules)
        {
            if (rule.IsNegated)
            {
                if ((rule.IsForFolders && !isFolder) || !rule.IsMatch(path))
                    return true;
            }
            else if ((!rule.IsForFolders || isFolder) && rule.IsMatch(path))
            {
                return true;
            }
        }

        return false;
    }

    private void Add(string line)
    {
        var rule = line.Trim();
        if (rule.Length == 0 || rule[0] == '#')
            return;
        if (rule.Contains("**", StringComparison.Ordinal))
            throw new FormatException("double-star (**) syntax is not supported");
        var isNegated = rule[0] == '!';
        if (isNegated)
            rule = rule.Substring(1);
        var isForFolders = rule is [.., '/'];
        if (isForFolders)
            rule = rule.Substring(0, rule.Length - 1);
        var isForName = !rule.Contains('/');
        if (rule is ['/', ..])
            rule = rule.Substring(1);
        var pattern = PathPattern.TryParse(rule) ?? throw new FormatException("syntax error in pattern");
        _rules.Add(new HelmIgnoreRule(pattern, isNegated, isForFolders, isForName));
    }
}
