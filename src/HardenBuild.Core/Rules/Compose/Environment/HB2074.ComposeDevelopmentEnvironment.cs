using System.Collections.Immutable;
using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Environment;

/// <summary>A setting for development in a file that is not for development.</summary>
internal sealed class ComposeDevelopmentEnvironment() : ContainerOptionsRule("HB2074", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeDevelopmentEnvironment),
        Title = "A container runs in development mode",
        MessageFormat = "'{0}' makes {1} '{2}' show details of its errors to everyone; set it in 'compose.override.yaml', which is left out in production",
        Rationale = """
            In development mode ASP.NET Core answers errors with stack traces, loads the developer's secrets and switches off protections; Node.js and other servers do alike.
            Compose merges compose.override.yaml on the developer's machine by itself and leaves it out when files are named with '-f', as deployments do.
            """,
        WhenToIgnore = "When the file is only ever used by developers. Files named after development, tests or an override are not reported.",
        CatalogueSlugs = ["compose-development-environment"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(489), RuleReference.OwaspDocker("D04")],
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    environment:\n      ASPNETCORE_ENVIRONMENT: [|Development|]\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    environment:\n      ASPNETCORE_ENVIRONMENT: Production\n")],
    };

    public override IEnumerable<Finding> Analyze(ImmutableArray<ContainerOptions> containers) =>
        RepeatedPlaces.Join(base.Analyze(containers), "Set here too");

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        foreach (var variable in container.Environment)
        {
            if (variable.Literal is { } value && IsDevelopment(variable.Name.Value, value.Value.Trim()) && !DevelopmentFile.IsForDevelopment(value.Location.Source.Path))
                yield return Report(value.Location, $"{variable.Name.Value}={value.Value}", container.Noun, container.Name.Value);
        }
    }

    private static bool IsDevelopment(string name, string value) => name switch
    {
        "ASPNETCORE_ENVIRONMENT" or "DOTNET_ENVIRONMENT" or "NODE_ENV" => value.Equals("Development", StringComparison.OrdinalIgnoreCase),
        "DEBUG" => value == "1" || value.Equals("true", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
