using HardenBuild.Configuration.Dialects;
using HardenBuild.Model.Compose;
using HardenBuild.Model.Compose.Loading;
using HardenBuild.Model.Compose.Projects;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Rules;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Scanning;

/// <summary>The Compose files of a repository, from text to findings.</summary>
internal sealed class ComposeAnalysis
{
    private readonly RuleSelection _rules;
    private readonly ComposeFiles _files;
    private readonly Dictionary<string, FileFindings> _findings = new(StringComparer.Ordinal);

    /// <summary>What the same tokens say in every project that a file is part of is said once.</summary>
    private readonly HashSet<(Rule Rule, SourceLocation Location)> _reported = [];

    private ComposeAnalysis(RuleSelection rules, RepositoryFiles? repository)
    {
        _rules = rules;
        _files = new ComposeFiles(repository, Read);
    }

    /// <param name="repository">The files beside the inputs; null where only the inputs are known.</param>
    public static IReadOnlyList<FileFindings> Run(List<InputText> inputs, RuleSelection rules, RepositoryFiles? repository)
    {
        var analysis = new ComposeAnalysis(rules, repository);
        var folders = new SortedDictionary<string, (List<string> Names, ComposeVariables Variables)>(StringComparer.Ordinal);
        foreach (var input in inputs)
        {
            analysis._files.Add(analysis.Read(input.Source));
            var folder = CleanPath.Folder(input.Source.Path);
            var names = folders.TryGetValue(folder, out var known) ? known.Names : [];
            names.Add(CleanPath.Name(input.Source.Path));
            folders[folder] = (names, input.Variables is { } text ? ComposeVariables.Parse(text.Content) : known.Variables ?? ComposeVariables.None);
        }

        foreach (var folder in folders)
        {
            foreach (var group in new ComposeFolder(folder.Key, folder.Value.Names, analysis._files).Groups(folder.Value.Variables))
                analysis.Analyze(ComposeProject.Load(group, analysis._files, folder.Value.Variables, rules.For(group.Main).Options));
        }

        return [.. analysis._findings.Values];
    }

    private YamlFile Read(SourceText source)
    {
        var (file, findings) = YamlAnalysis.Read(source, PeerDialects.Compose);
        foreach (var document in file.Documents)
            YamlAnalysis.AddMembers(document.Root?.At("services"), findings.Constructs);
        _findings[source.Path] = findings;
        return file;
    }

    private void Analyze(ComposeProject project)
    {
        var selections = project.Files.Select(file => _rules.For(file.Source.Path)).ToList();
        var findings = new List<Finding>();
        foreach (var rule in RuleCatalog.Containers)
        {
            if (selections.Exists(selection => selection.Runs(rule)))
                RuleGuard.Run(rule, project, static (rule, project) => rule.Analyze(project.Containers), project.Main.Source, findings);
        }

        foreach (var finding in findings)
        {
            if (_reported.Add((finding.Rule, finding.Location)))
                _findings[finding.Location.Source.Path].Findings.Add(finding);
        }
    }
}
