using HardenBuild.Configuration.Dialects;
using HardenBuild.Model.Compose;
using HardenBuild.Model.Compose.Loading;
using HardenBuild.Model.Compose.Projects;
using HardenBuild.Model.Compose.Schema;
using HardenBuild.Model.Compose.Tree;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Rules;
using HardenBuild.Rules.Compose.Project;
using HardenBuild.Rules.Tool;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Scanning;

/// <summary>The Compose files of a repository, from text to findings.</summary>
internal sealed class ComposeAnalysis
{
    private readonly RuleSelection _rules;
    private readonly ComposeFiles _files;
    private readonly Dictionary<string, FileFindings> _findings = new(StringComparer.Ordinal);
    private readonly List<YamlFile> _read = [];

    /// <summary>Files that are merged over others wherever they are used.</summary>
    private readonly HashSet<string> _overrides = new(StringComparer.Ordinal);

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
            var variables = folder.Value.Variables;
            foreach (var group in new ComposeFolder(folder.Key, folder.Value.Names, analysis._files).Groups(variables))
            {
                analysis.Analyze(ComposeProject.Load(group, analysis._files, variables, rules.For(group.Main).Options));
                analysis._overrides.UnionWith(group.Kind == ComposeFileGroupKind.Fragment ? group.Files : group.Files.Skip(1));
            }
        }

        foreach (var file in analysis._read)
            analysis.CheckSchema(file, folders.TryGetValue(CleanPath.Folder(file.Source.Path), out var folder) ? folder.Variables : ComposeVariables.None);
        return [.. analysis._findings.Values];
    }

    private YamlFile Read(SourceText source)
    {
        var (file, findings) = YamlAnalysis.Read(source, PeerDialects.Compose);
        foreach (var document in file.Documents)
            YamlAnalysis.AddMembers(document.Root?.At("services"), findings.Constructs);
        _findings[source.Path] = findings;
        _read.Add(file);
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

        var alone = project.WithoutRepository();
        foreach (var rule in RuleCatalog.Compose)
        {
            if (selections.Exists(selection => selection.Runs(rule)))
                RuleGuard.Run(rule, rule.Reach == RuleReach.File ? alone : project, static (rule, project) => rule.Analyze(project), project.Main.Source, findings);
        }

        var overridden = project.Files.Length > 1 ? new OverriddenValues(project.Root) : null;
        foreach (var finding in findings)
            Add(overridden is null ? finding : WithOverridden(finding, overridden));
        foreach (var finding in project.Problems.Select(Describe).OfType<Finding>())
            Add(finding);
    }

    /// <summary>Who reads a base file alone would not expect the finding.</summary>
    private static Finding WithOverridden(Finding finding, OverriddenValues overridden)
    {
        var places = overridden.Of(finding.Location);
        return places.IsEmpty ? finding : finding with { Related = [.. finding.Related, .. places.Select(static place => new RelatedLocation(place, "The value here is overridden"))] };
    }

    private void CheckSchema(YamlFile file, ComposeVariables variables)
    {
        foreach (var violation in new ComposeSchemaCheck(variables, isBase: !_overrides.Contains(file.Source.Path)).Run(file))
            Add(violation.IsShape ? SchemaViolation.Instance.At(violation.Location, violation.Message) : ComposeInvalidValue.Instance.At(violation.Location, violation.Message));
    }

    private void Add(Finding finding)
    {
        if (!_reported.Add((finding.Rule, finding.Location)) || !_findings.TryGetValue(finding.Location.Source.Path, out var file))
            return;
        file.Findings.Add(finding);
        if (finding.Rule is ComposeUnsetVariable)
            _reported.UnionWith(finding.Related.Select(related => (finding.Rule, related.Location)));
    }

    /// <summary>What keeps the scan itself from going on; the rest is for rules.</summary>
    private static Finding? Describe(ComposeProblem problem) => problem.Kind switch
    {
        ComposeProblemKind.ExtendsCycle => YamlSyntaxError.Instance.At(problem.Location, $"Service '{problem.Name}' extends itself through this one, so Docker Compose refuses the project; delete one 'extends'"),
        ComposeProblemKind.IncludeCycle => YamlSyntaxError.Instance.At(problem.Location, $"The file '{problem.Name}' includes itself, so Docker Compose refuses the project; delete one 'include'"),
        ComposeProblemKind.OutsideRepository => UnreadableFile.Instance.At(problem.Location, problem.Name, "it lies outside of the repository, which is all that is read") with
        {
            AtMost = problem.IsEnvironmentFile ? RuleSeverity.Suggestion : RuleSeverity.Warning,
        },
        ComposeProblemKind.Remote when RemoteReference.IsPinned(problem.Name) => UnreadableFile.Instance.At(problem.Location, problem.Name, "it is fetched from the network when the project starts") with
        {
            AtMost = RuleSeverity.Suggestion,
        },
        ComposeProblemKind.TooMuch => LimitExceeded.Instance.At(problem.Location, problem.Name, "more files or services than anyone writes follow each other here"),
        _ => null,
    };
}
