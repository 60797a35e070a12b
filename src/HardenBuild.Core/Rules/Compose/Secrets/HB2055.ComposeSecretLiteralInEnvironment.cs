using System.Collections.Immutable;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Model.Docker.Containers.Secrets;
using HardenBuild.Text;

namespace HardenBuild.Rules.Compose.Secrets;

/// <summary>A secret that stands in the file as the value of a variable.</summary>
internal sealed class ComposeSecretLiteralInEnvironment() : ContainerOptionsRule("HB2055", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeSecretLiteralInEnvironment),
        Title = "A secret is written into an environment variable",
        MessageFormat = "Variable '{0}' of {1} '{2}' holds {3}, readable for everyone with the file and for 'docker inspect'; use a Compose secret, or a variable from outside the repository",
        Rationale = """
            A secret in a Compose file stays in the history of the repository for good, and as a variable it is visible in 'docker inspect', in crash dumps and to child processes.
            A default in '${NAME:-value}' is as readable as the value itself. Compose secrets are files below /run/secrets, which .NET reads with AddKeyPerFile.
            """,
        WhenToIgnore = "Throw-away passwords of a developer's own database can stay. In override files and files for development and tests they are suggestions, as are placeholders.",
        CatalogueSlugs = ["compose-secret-literal-in-environment"],
        IsAboutSecretValue = true,
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.Medium,
        References = [RuleReference.CisDocker("4.10"), RuleReference.CisDocker("7.4"), RuleReference.DevSec("docker-2.22"), RuleReference.Cwe(798), RuleReference.OwaspDocker("D06")],
        Violations = [new("compose.yaml", "services:\n  db:\n    image: postgres:17\n    environment:\n      POSTGRES_PASSWORD: [|kT9.vq27Lm|]\n")],
        Fixed = [new("compose.yaml", "services:\n  db:\n    image: postgres:17\n    environment:\n      POSTGRES_PASSWORD_FILE: /run/secrets/db\n      PGUSER: ${DB_USER}\n")],
    };

    /// <summary>One finding a secret, at its first place: a password that ten services are given is changed once.</summary>
    public override IEnumerable<Finding> Analyze(ImmutableArray<ContainerOptions> containers)
    {
        var findings = new List<(Finding First, List<RelatedLocation> Others)>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var seen = new HashSet<SourceLocation>();
        foreach (var container in containers)
        {
            foreach (var variable in container.Environment.Concat(container.Build?.Arguments ?? []))
            {
                if (ContainerSecret.Of(variable) is not { } secret || !seen.Add(secret.Location))
                    continue;
                var atMost = secret.IsHarmless ? RuleSeverity.Suggestion : RuleSeverity.Error;
                if (!places.TryGetValue(secret.Value, out var place))
                {
                    places.Add(secret.Value, findings.Count);
                    findings.Add((Report(secret.Location, variable.Name.Value, container.Noun, container.Name.Value, secret.Kind) with
                    {
                        AtMost = atMost,
                        LogicalPath = container.LogicalPath,
                    }, []));
                    continue;
                }

                var (first, others) = findings[place];
                others.Add(new RelatedLocation(secret.Location, $"The same secret in '{variable.Name.Value}' of {container.Noun} '{container.Name.Value}'"));
                if (atMost > first.AtMost)
                    findings[place] = (first with { AtMost = atMost }, others);
            }
        }

        return findings.Select(entry => entry.First with { Related = [.. entry.Others] });
    }

    protected override IEnumerable<Finding> Inspect(ContainerOptions container) => Analyze([container]);
}
