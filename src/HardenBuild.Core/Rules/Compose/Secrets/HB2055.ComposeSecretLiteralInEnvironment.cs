using System.Collections.Immutable;
using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Model.Secrets;
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
        CatalogueSlugs = ["compose-secret-literal-in-environment", "docker-run-env-secret-literal", "devcontainer-secret-literal", "quadlet-secret-literal"],
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
                if (variable.Literal is not { } literal || Recognize(variable.Name.Value, literal) is not { } secret || !seen.Add(secret.Location))
                    continue;
                var atMost = SeverityOf(secret);
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

    private static RuleSeverity SeverityOf((string Value, string Kind, SourceLocation Location) secret) =>
        Placeholder.IsPlaceholder(secret.Value) || DevelopmentFile.IsForDevelopment(secret.Location.Source.Path) ? RuleSeverity.Suggestion : RuleSeverity.Error;

    /// <summary>The secret itself, what it is, and where it stands; null when the value is none.</summary>
    private static (string Value, string Kind, SourceLocation Location)? Recognize(string name, Located<string> literal)
    {
        var value = literal.Value;
        if (SecretScanner.Find(value) is [var match, ..])
            return (value.Substring(match.Span.Start, match.Span.Length), match.Description, Inside(literal, match.Span));
        return IsSecretName(name) && IsSecretValue(name, value) ? (value, "a literal secret", literal.Location) : null;
    }

    /// <summary>A part of a value, or the whole of it where variables or escapes make text and value differ.</summary>
    private static SourceLocation Inside(Located<string> literal, TextSpan part)
    {
        var (source, span) = (literal.Location.Source, literal.Location.Span);
        var quotes = span.Length - literal.Value.Length;
        if (quotes is not (0 or 2) || string.CompareOrdinal(source.Content, span.Start + (quotes / 2), literal.Value, 0, literal.Value.Length) != 0)
            return literal.Location;
        return source.At(new TextSpan(span.Start + (quotes / 2) + part.Start, part.Length));
    }

    private static bool IsSecretName(string name) =>
        SecretNames.IsSecret(name) || name.Equals("PGPASSWORD", StringComparison.OrdinalIgnoreCase);

    private static bool IsSecretValue(string name, string value)
    {
        var text = value.Trim();
        if (text.Length == 0 || text is "true" or "false" or "yes" or "no" or "null" or "none")
            return false;

        // A number is a secret only where it can be a password; paths and addresses say where a secret is.
        if (text.All(char.IsDigit))
            return name.Contains("PASS", StringComparison.OrdinalIgnoreCase) || name.Contains("PWD", StringComparison.OrdinalIgnoreCase);
        return text[0] is not ('/' or '.' or '~') && !text.Contains("://", StringComparison.Ordinal);
    }
}
