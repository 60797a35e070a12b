using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Model.Docker.Containers.Secrets;
using HardenBuild.Model.Secrets;

namespace HardenBuild.Rules.Compose.Secrets;

/// <summary>The file of a Compose secret that is part of the repository.</summary>
internal sealed class ComposeSecretFileTracked() : ContainerOptionsRule("HB2058", RuleSeverity.Warning, RuleSeverity.Warning)
{
    internal override RuleReach Reach => RuleReach.Repository;

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeSecretFileTracked),
        Title = "The file of a secret is part of the repository",
        MessageFormat = "'{0}' is part of the repository, so the secret that {1} '{2}' is given is readable for everyone with access to it; keep the file out of version control",
        Rationale = """
            A Compose secret keeps a value out of the environment and of 'docker inspect'. All that is lost when its file is committed: it stays in the history, in every clone and every fork.
            """,
        WhenToIgnore = "When the value is that of a throw-away database on a developer's machine. Placeholders are a suggestion, and so is everything in files for development and tests.",
        CatalogueSlugs = ["compose-secret-file-tracked"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(538), RuleReference.OwaspDocker("D06")],
        Violations =
        [
            new("compose.yaml", "services:\n  db:\n    image: postgres:17\n    secrets: [db]\nsecrets:\n  db:\n    file: [|./db.txt|]\n") { Beside = [new("db.txt", "kT9.vq27Lm\n")] },
        ],
        Fixed =
        [
            new("compose.yaml", "services:\n  db:\n    image: postgres:17\n    secrets: [db]\nsecrets:\n  db:\n    file: ./db.txt\n") { Beside = [new("db.example.txt", "")] },
        ],
    };

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        foreach (var file in container.SecretFiles)
        {
            if (file.Text is { } text && text.Content.Trim() is { Length: > 0 } secret && !SampleFile.IsSample(text.Path))
            {
                yield return Report(file.Name.Location, file.Name.Value, container.Noun, container.Name.Value) with
                {
                    AtMost = Placeholder.IsPlaceholder(secret) || DevelopmentFile.IsForDevelopment(file.Name.Location.Source.Path) ? RuleSeverity.Suggestion : RuleSeverity.Warning,
                };
            }
        }
    }
}
