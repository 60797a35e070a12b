using HardenBuild.Configuration;
using HardenBuild.Model.Docker.Carriers;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Model.DotNet;
using HardenBuild.Rules;
using HardenBuild.Syntax.Shell;
using HardenBuild.Text;

namespace HardenBuild.Scanning;

/// <summary>A project file, from text to findings. One that is not well-formed is MSBuild's to report.</summary>
internal static class ProjectAnalysis
{
    public static FileFindings Run(SourceText source, RuleSelection rules, RepositoryFiles files)
    {
        var result = new FileFindings(source);
        if (ProjectFile.Parse(source) is not { } file)
            return result;
        foreach (var comment in file.Comments)
            result.Comments.Add(new SourceComment(comment, IsOwnLine: true));

        var project = DotNetProject.Create(files, file);
        var selection = rules.For(source.Path);
        foreach (var rule in RuleCatalog.Project)
        {
            if (selection.Runs(rule))
                RuleGuard.Run(rule, project, static (rule, project) => rule.Analyze(project), source, result.Findings);
        }

        // The flags that Visual Studio passes to docker run for this project.
        if (file.Find("DockerfileRunArguments") is { IsKnown: true, Value: { } flags })
            CarrierAnalysis.AddContainer(LaunchSettings.Of(new Located<string>("DockerfileRunArguments", flags.Location), flags.Value, SpanMap.OfToken(flags.Value, flags.Location.Span), source), result, rules);
        return result;
    }
}
