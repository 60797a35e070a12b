using System.Collections.Immutable;
using HardenBuild.Model.Compose.Loading;
using HardenBuild.Model.Compose.Projects;
using HardenBuild.Model.Compose.Tree;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Rules;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Compose;

/// <summary>Services that are started together: Compose files merged, what they extend and include followed, variables replaced.</summary>
internal sealed class ComposeProject
{
    private static readonly Func<SourceText, YamlFile> NoParser = static text => YamlFile.Parse(text);

    private readonly bool _allIncluded;
    private Dictionary<string, ComposeService>? _services;

    private ComposeProject(ComposeFileGroup group, ComposeFiles files, ComposeScope scope, RuleOptions options)
    {
        Group = group;
        Files = [.. group.Files.Select(files.Find).OfType<YamlFile>()];
        Siblings = [.. group.Siblings.Select(files.Find).OfType<YamlFile>()];
        Repository = files.Repository;
        Scope = scope;
        var loader = new ComposeLoader(files);
        var root = loader.Load(Files, scope);
        Root = root ?? new ComposeMapping(new YamlSequence(Files[0].Source, default, null, isFlow: true, []), []);
        _allIncluded = loader.IsComplete;
        Services = [.. ReadServices(loader, options)];
        Problems = [.. loader.Problems.Distinct(), .. Services.SelectMany(service => EnvironmentFiles.Check(service.Syntax, files))];
        Containers = [.. Services.Where(IsOwn).Select(static service => service.Options)];
    }

    public ComposeFileGroup Group { get; }

    /// <summary>From the base to the last override; files that they extend or include are left out.</summary>
    public ImmutableArray<YamlFile> Files { get; }

    public YamlFile Main => Files[0];

    /// <summary>Files of the same family that are not part of this project but may be merged over it, too.</summary>
    public ImmutableArray<YamlFile> Siblings { get; }

    /// <summary>What lies beside the files; null where only they are known.</summary>
    public RepositoryFiles? Repository { get; private set; }

    /// <summary>How <see cref="Files"/> are read; what is included may be read otherwise.</summary>
    public ComposeScope Scope { get; }

    /// <summary>The merged top level.</summary>
    public ComposeMapping Root { get; }

    /// <summary>What keeps Docker Compose from loading the project, in no order.</summary>
    public ImmutableArray<ComposeProblem> Problems { get; }

    /// <summary>In order of their first appearance.</summary>
    public ImmutableArray<ComposeService> Services { get; }

    /// <summary>The options of <see cref="Services"/>, in their order; of a variant, those of the services that its own file mentions.</summary>
    public ImmutableArray<ContainerOptions> Containers { get; }

    /// <summary>Whether everything that belongs to the project was read, so that what is not there is missing.</summary>
    public bool IsComplete => _allIncluded && Group.Kind != ComposeFileGroupKind.Fragment;

    /// <summary>A project of its own.</summary>
    /// <param name="overrides">Merged over <paramref name="main"/> in their order.</param>
    /// <param name="options">The options of rules in force for <paramref name="main"/>.</param>
    public static ComposeProject Create(YamlFile main, IReadOnlyList<YamlFile> overrides, ComposeVariables variables, RuleOptions? options = null) =>
        Create(main, overrides, variables, ComposeFileGroupKind.Project, options ?? RuleOptions.Defaults);

    /// <summary>A file that is merged over another one when it is used: what it does not say may be said there.</summary>
    public static ComposeProject CreateFragment(YamlFile file, ComposeVariables variables, RuleOptions? options = null) =>
        Create(file, [], variables, ComposeFileGroupKind.Fragment, options ?? RuleOptions.Defaults);

    /// <summary>Reads the files of a group, and those that they extend and include.</summary>
    /// <param name="options">The options of rules in force for the base.</param>
    public static ComposeProject Load(ComposeFileGroup group, ComposeFiles files, ComposeVariables variables, RuleOptions options) =>
        new ComposeProject(group, files, new ComposeScope(variables, CleanPath.Folder(group.Main)), options);

    /// <summary>A service by its name; null where there is none.</summary>
    public ComposeService? Find(string service) => (_services ??= Index()).TryGetValue(service, out var found) ? found : null;

    /// <summary>Whether a file that may be merged over this project has something at a path.</summary>
    public bool SiblingsHave(params ReadOnlySpan<string> path)
    {
        foreach (var sibling in Siblings)
        {
            foreach (var document in sibling.Documents)
            {
                if (document.Root?.At(path) is not null)
                    return true;
            }
        }

        return false;
    }

    /// <summary>The same for those who may not ask what lies beside the files.</summary>
    public ComposeProject WithoutRepository()
    {
        if (Repository is null)
            return this;
        var project = (ComposeProject)MemberwiseClone();
        project.Repository = null;
        return project;
    }

    /// <summary>Whether a service has something written in the file that makes the difference between this variant and its base.</summary>
    public bool IsOwn(ComposeService service) => Group.Kind != ComposeFileGroupKind.Variant || Mentions(Files[Files.Length - 1], service.Name.Value);

    private static ComposeProject Create(YamlFile main, IReadOnlyList<YamlFile> overrides, ComposeVariables variables, ComposeFileGroupKind kind, RuleOptions options)
    {
        var files = new ComposeFiles(repository: null, NoParser);
        files.Add(main);
        foreach (var file in overrides)
            files.Add(file);
        return Load(new ComposeFileGroup([main.Source.Path, .. overrides.Select(static file => file.Source.Path)], kind), files, variables, options);
    }

    private Dictionary<string, ComposeService> Index()
    {
        var services = new Dictionary<string, ComposeService>(StringComparer.Ordinal);
        foreach (var service in Services)
            services[service.Name.Value] = service;
        return services;
    }

    private IEnumerable<ComposeService> ReadServices(ComposeLoader loader, RuleOptions options)
    {
        var reader = new ComposeServiceReader(Root, options, Repository);
        foreach (var member in Root.Mapping("services")?.Members ?? [])
        {
            var syntax = member.Value.AsMapping ?? new ComposeMapping(member.Value.Written, []);
            var isComplete = IsComplete && (member.Value is ComposeMapping || member.Value.IsNull) && !loader.Extends.IsUnresolved(member.Key.Value);

            // What a service of the base lacks is reported for the base.
            var isGapReported = Group.Kind == ComposeFileGroupKind.Variant && Mentions(Files[0], member.Key.Value);
            yield return new ComposeService(member.Key, syntax, reader.Read(member.Key, syntax, isComplete && !isGapReported))
            {
                IsComplete = isComplete,
                Profiles = syntax.Texts("profiles", out _),
            };
        }
    }

    private static bool Mentions(YamlFile file, string service)
    {
        foreach (var document in file.Documents)
        {
            if (document.Root?.At("services", service) is not null)
                return true;
        }

        return false;
    }
}
