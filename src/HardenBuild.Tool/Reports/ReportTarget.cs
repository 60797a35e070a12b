using System.CommandLine.Parsing;

namespace HardenBuild.Tool.Reports;

/// <summary>A report and where it goes; no path means standard output.</summary>
internal sealed record ReportTarget(string Format, string? Path)
{
    private const string StandardOutput = "-";

    /// <summary>Pairs every <c>--output</c> with the <c>--format</c> before it, or with the one after it when none is before.</summary>
    /// <exception cref="CommandException">Two reports go to the same place, or an output has no format among several.</exception>
    public static List<ReportTarget> Pair(IEnumerable<Token> tokens)
    {
        var pairs = new List<(string? Format, string? Path)>();
        foreach (var (option, value) in Values(tokens))
        {
            if (option == "--format" && pairs is [.., (null, _)])
                pairs[^1] = (value, pairs[^1].Path);
            else if (option == "--format")
                pairs.Add((value, null));
            else if (pairs is [.., (_, null)])
                pairs[^1] = (pairs[^1].Format, value);
            else
                pairs.Add((null, value));
        }

        return Check(pairs);
    }

    private static IEnumerable<(string Option, string Value)> Values(IEnumerable<Token> tokens)
    {
        var option = "";
        foreach (var token in tokens)
        {
            if (token.Type == TokenType.Option)
                option = token.Value;
            else if (token.Type == TokenType.Argument && option is "--format" or "--output")
                yield return (option, token.Value);
            if (token.Type != TokenType.Option)
                option = "";
        }
    }

    private static List<ReportTarget> Check(List<(string? Format, string? Path)> pairs)
    {
        if (pairs.Count == 0)
            return [new ReportTarget(ReportFormat.Text, null)];
        if (pairs.Count > 1 && pairs.Find(pair => pair.Format is null).Path is { } lost)
            throw new CommandException($"'--output {lost}' has no '--format' before it");

        var targets = pairs.ConvertAll(pair => new ReportTarget(pair.Format ?? ReportFormat.Text, pair.Path == StandardOutput ? null : pair.Path));
        if (targets.FindAll(target => target.Path is null).Count > 1)
            throw new CommandException("Only one report can go to standard output; give each other '--format' an '--output'");
        if (targets.GroupBy(target => target.Path).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new CommandException($"Two reports go to '{twice.Key}'");
        return targets;
    }
}
