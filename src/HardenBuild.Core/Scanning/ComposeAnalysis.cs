using HardenBuild.Configuration.Dialects;
using HardenBuild.Model.Compose;
using HardenBuild.Rules;
using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Scanning;

/// <summary>Compose files of one folder, from text to findings.</summary>
internal static class ComposeAnalysis
{
    public static IReadOnlyList<FileFindings> Run(List<InputText> files, RuleSelection rules)
    {
        var read = new Dictionary<string, (YamlFile File, FileFindings Findings)>(StringComparer.Ordinal);
        var variables = ComposeVariables.None;
        foreach (var input in files)
        {
            var (file, findings) = YamlAnalysis.Read(input.Source, PeerDialects.Compose);
            foreach (var document in file.Documents)
                YamlAnalysis.AddMembers(document.Root?.At("services"), findings.Constructs);
            read[input.Source.Path] = (file, findings);
            if (input.Variables is { } text)
                variables = ComposeVariables.Parse(text.Content);
        }

        foreach (var group in ComposeFileGroup.From(read.Keys))
        {
            var main = read[group.Main].File;
            var options = rules.For(group.Main).Options;
            var project = group.IsFragment
                ? ComposeProject.CreateFragment(main, variables, options)
                : ComposeProject.Create(main, [.. group.Overrides.Select(path => read[path].File)], variables, options);
            foreach (var finding in Analyze(project, [group.Main, .. group.Overrides], rules))
                read[finding.Location.Source.Path].Findings.Findings.Add(finding);
        }

        return [.. read.Values.Select(static entry => entry.Findings)];
    }

    private static List<Finding> Analyze(ComposeProject project, List<string> paths, RuleSelection rules)
    {
        var selections = paths.ConvertAll(rules.For);
        var findings = new List<Finding>();
        foreach (var rule in RuleCatalog.Containers)
        {
            if (selections.Exists(selection => selection.Runs(rule)))
                RuleGuard.Run(rule, project, static (rule, project) => rule.Analyze(project.Containers), project.Main.Source, findings);
        }

        return findings;
    }
}
