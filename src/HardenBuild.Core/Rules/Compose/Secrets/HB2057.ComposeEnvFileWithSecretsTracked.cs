using System.Collections.Immutable;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Model.Docker.Containers.Secrets;
using HardenBuild.Text;

namespace HardenBuild.Rules.Compose.Secrets;

/// <summary>Secrets in an environment file of the repository.</summary>
internal sealed class ComposeEnvFileWithSecretsTracked() : ContainerOptionsRule("HB2057", RuleSeverity.Warning, RuleSeverity.Warning)
{
    internal override RuleReach Reach => RuleReach.Repository;

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeEnvFileWithSecretsTracked),
        Title = "An environment file with secrets is part of the repository",
        MessageFormat = "'{0}' is part of the repository and holds a secret in '{1}', which {2} '{3}' is given; keep the file out of version control, with a sample of it in its place",
        Rationale = """
            A secret that was committed once is in the history for good, in every clone and every fork. Files with a developer's or a server's values belong into '.gitignore', beside a file such as '.env.example' that shows what to fill in.
            The file '.env' beside the Compose file, whose values replace variables, counts as well.
            """,
        WhenToIgnore = "When the values are those of a throw-away database on a developer's machine. Placeholders are a suggestion, and so is everything in files for development and tests.",
        CatalogueSlugs = ["compose-env-file-with-secrets-tracked"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.Medium,
        References = [RuleReference.Cwe(538), RuleReference.OwaspDocker("D06")],
        Violations =
        [
            new("compose.yaml", "services:\n  db:\n    image: postgres:17\n    env_file: [|db.env|]\n") { Beside = [new("db.env", "POSTGRES_PASSWORD=kT9.vq27Lm\n")] },
        ],
        Fixed =
        [
            new("compose.yaml", "services:\n  db:\n    image: postgres:17\n    env_file: db.env\n") { Beside = [new("db.env.example", "POSTGRES_PASSWORD=\n")] },
        ],
    };

    public override IEnumerable<Finding> Analyze(ImmutableArray<ContainerOptions> containers) =>
        base.Analyze(containers).GroupBy(finding => finding.Arguments[0], StringComparer.Ordinal).SelectMany(file => RepeatedPlaces.Join(file, "Used here too"));

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        foreach (var file in container.EnvironmentFiles)
        {
            if (file.Text is { } text && !SampleFile.IsSample(text.Path) && EnvironmentSecrets.Find(text) is { } found)
                yield return Report(file.Name.Location, text.Path, found.Name, container, found.IsHarmless);
        }

        // A value that the Compose file does not say itself is of the '.env' file, which is read only where version control has it.
        foreach (var variable in container.Environment)
        {
            if (variable is { Literal: null, Value: { } value, Written: { } written } && written.Value != value.Value && ContainerSecret.Of(variable.Name.Value, value) is { } secret)
                yield return Report(value.Location, ".env", variable.Name.Value, container, secret.IsHarmless);
        }
    }

    private Finding Report(SourceLocation location, string file, string variable, ContainerOptions container, bool isHarmless) =>
        Report(location, file, variable, container.Noun, container.Name.Value) with { AtMost = isHarmless ? RuleSeverity.Suggestion : RuleSeverity.Warning };
}
