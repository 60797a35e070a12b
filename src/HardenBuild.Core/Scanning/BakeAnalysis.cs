using HardenBuild.Configuration;
using HardenBuild.Model.Docker.Bake;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Rules;
using HardenBuild.Syntax.Hcl;
using HardenBuild.Text;

namespace HardenBuild.Scanning;

/// <summary>A <c>docker-bake</c> file, from text to findings.</summary>
internal static class BakeAnalysis
{
    public static FileFindings Run(SourceText source, RuleSelection rules, RepositoryFiles? files)
    {
        var isJson = source.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
        return isJson ? RunJson(source, rules, files) : RunHcl(source, rules, files);
    }

    private static FileFindings RunJson(SourceText source, RuleSelection rules, RepositoryFiles? files)
    {
        var (file, result) = YamlAnalysis.Read(source);
        if (JsonBakeReader.Read(file) is { } bake)
            Run(bake with { Files = files }, result, rules);
        return result;
    }

    private static FileFindings RunHcl(SourceText source, RuleSelection rules, RepositoryFiles? files)
    {
        var result = new FileFindings(source);
        var file = HclFile.Parse(source);
        foreach (var comment in file.Comments)
            result.Comments.Add(new SourceComment(comment, OwnLines.IsOwn(source, comment)));
        foreach (var block in file.Blocks)
            result.Constructs.Add(block.Span);
        Run(new HclBakeReader(file).Read() with { Files = files }, result, rules);
        return result;
    }

    private static void Run(BakeFile bake, FileFindings result, RuleSelection rules)
    {
        var selection = rules.For(result.Source.Path);
        var alone = bake with { Files = null };
        foreach (var rule in RuleCatalog.Bake)
        {
            if (selection.Runs(rule))
                RuleGuard.Run(rule, rule.Reach == RuleReach.File ? alone : bake, static (rule, bake) => rule.Analyze(bake), result.Source, result.Findings);
        }
    }
}
