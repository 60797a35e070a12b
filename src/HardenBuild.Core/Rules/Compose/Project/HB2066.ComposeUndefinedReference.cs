using HardenBuild.Model.Compose;
using HardenBuild.Model.Compose.Loading;

namespace HardenBuild.Rules.Compose.Project;

/// <summary>Names of services, resources and files that do not exist, and services that name each other in a circle.</summary>
internal sealed class ComposeUndefinedReference() : ComposeRule("HB2066", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeUndefinedReference),
        Title = "A Compose file refers to something that is not there, or in a circle",
        MessageFormat = "{0}, so Docker Compose refuses the project; {1}",
        Rationale = """
            Docker Compose loads a project as a whole: a service that names a network, volume, secret, config, model or service that no file defines stops all of them.
            Services that wait for each other never start. A mistyped name of a network or secret is found here rather than at the next deployment.
            """,
        WhenToIgnore = "When a file that is not part of the repository defines what is missing.",
        CatalogueSlugs = ["compose-undefined-reference"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Violations =
        [
            new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    networks: [[|frnt|]]\n    depends_on: [[|db|]]\nnetworks:\n  front:\n"),
            new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    volumes: ['[|data|]:/data']\n"),
            new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    depends_on: [db]\n  db:\n    image: example/db:1.2\n    depends_on: [[|web|]]\n"),
        ],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    volumes: ['data:/data', './log:/log']\nvolumes:\n  data:\n")],
    };

    public override IEnumerable<Finding> Analyze(ComposeProject project)
    {
        foreach (var problem in project.Problems)
        {
            if (problem.Kind == ComposeProblemKind.UndefinedService && !project.SiblingsHave("services", problem.Name))
                yield return Report(problem.Location, $"'extends' names the service '{problem.Name}', which is not there", "correct the name");
            else if (problem.Kind == ComposeProblemKind.MissingFile)
                yield return Report(problem.Location, $"The file '{problem.Name}' does not exist", "correct the path or add the file") with { AtMost = problem.IsEnvironmentFile ? RuleSeverity.Warning : RuleSeverity.Error };
        }

        foreach (var cycle in DependencyCycle.Find(project))
            yield return Report(cycle.Place, Describe(cycle), "delete one of the names");
        if (!project.IsComplete)
            yield break;
        foreach (var service in project.Services)
        {
            foreach (var finding in Services(project, service).Concat(Resources(project, service)))
                yield return finding with { LogicalPath = service.LogicalPath };
        }
    }

    private static string Describe(DependencyCycle cycle) => cycle.Services.Length == 1
        ? $"Service '{cycle.Services[0]}' depends on itself"
        : $"Services '{string.Join("', '", cycle.Services)}' depend on each other in a circle";

    private IEnumerable<Finding> Services(ComposeProject project, ComposeService service)
    {
        foreach (var reference in ServiceReference.Of(service.Syntax))
        {
            var name = reference.Name.Value;
            if (project.Find(name) is { } other)
            {
                // A service with profiles is left out unless one of them is chosen, or the service itself has them, too.
                if (reference is { Key: "depends_on", IsRequired: true } && !other.Profiles.IsEmpty && service.Profiles.IsEmpty)
                {
                    yield return Report(reference.Name.Location, $"Service '{service.Name.Value}' needs '{name}', which only starts with the profile '{other.Profiles[0].Value}'", "give both the profile, or write 'required: false'") with
                    {
                        AtMost = RuleSeverity.Warning,
                    };
                }

                continue;
            }

            if (reference.IsRequired && !project.SiblingsHave("services", name))
                yield return Report(reference.Name.Location, $"Service '{service.Name.Value}' names the service '{name}' in '{reference.Key}', which is not there", "correct the name or define it below 'services'");
        }
    }

    private IEnumerable<Finding> Resources(ComposeProject project, ComposeService service)
    {
        foreach (var (section, name) in ResourceReference.Of(service.Syntax))
        {
            var isDefined = (section == "networks" && name.Value == "default") || project.Root.Mapping(section)?.Find(name.Value) is not null || project.SiblingsHave(section, name.Value);
            if (!isDefined)
                yield return Report(name.Location, $"Service '{service.Name.Value}' uses '{name.Value}', which the top-level '{section}' does not define", $"define it below '{section}' or correct the name");
        }
    }
}
