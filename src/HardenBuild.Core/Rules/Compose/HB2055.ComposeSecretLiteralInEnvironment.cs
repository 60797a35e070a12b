using HardenBuild.Model.Docker;
using HardenBuild.Model.Secrets;

namespace HardenBuild.Rules.Compose;

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
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.Medium,
        References = [RuleReference.CisDocker("4.10"), RuleReference.CisDocker("7.4"), RuleReference.DevSec("docker-2.22"), RuleReference.Cwe(798), RuleReference.OwaspDocker("D06")],
        Violations = [new("compose.yaml", "services:\n  db:\n    image: postgres:17\n    environment:\n      POSTGRES_PASSWORD: [|kT9.vq27Lm|]\n")],
        Fixed = [new("compose.yaml", "services:\n  db:\n    image: postgres:17\n    environment:\n      POSTGRES_PASSWORD_FILE: /run/secrets/db\n      PGUSER: ${DB_USER}\n")],
    };

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        foreach (var variable in container.Environment.Concat(container.BuildArguments))
        {
            if (variable.Literal is not { } literal || Recognize(variable.Name.Value, literal.Value) is not { } kind)
                continue;
            var isHarmless = Placeholder.IsPlaceholder(literal.Value) || DevelopmentFile.IsForDevelopment(literal.Location.Source.Path);
            yield return Report(literal.Location, variable.Name.Value, container.Noun, container.Name.Value, kind) with
            {
                AtMost = isHarmless ? RuleSeverity.Suggestion : RuleSeverity.Error,
            };
        }
    }

    /// <summary>What secret the value is; null when it is none.</summary>
    private static string? Recognize(string name, string value)
    {
        if (SecretScanner.Find(value) is [var match, ..])
            return match.Description;
        return IsSecretName(name) && IsSecretValue(name, value) ? "a literal secret" : null;
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
