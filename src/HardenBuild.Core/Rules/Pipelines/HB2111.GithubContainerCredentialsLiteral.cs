using HardenBuild.Model.Docker.Carriers;
using HardenBuild.Model.Secrets;

namespace HardenBuild.Rules.Pipelines;

/// <summary>The password of a registry stands in a workflow.</summary>
internal sealed class GithubContainerCredentialsLiteral() : PipelineRule("HB2111", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(PipelineFile pipeline)
    {
        foreach (var container in pipeline.JobContainers)
        {
            if (pipeline.Kind == PipelineKind.GitHub && PipelineText.Known(container.Node.At("credentials", "password")?.AsScalar) is { } password && !Placeholder.IsPlaceholder(password.Value))
                yield return Report(password.Location, container.Name.Value);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(GithubContainerCredentialsLiteral),
        Title = "The password of a registry stands in a workflow",
        MessageFormat = "The password for the registry of '{0}' stands in the workflow, readable for everyone with the repository; use '${{{{ secrets.NAME }}}}'",
        Rationale = "Credentials of container and services are for a real registry, and a workflow is as public as the repository. GitHub keeps secrets for this, masks them in logs and withholds them from forks.",
        WhenToIgnore = "When the value is a placeholder that is replaced before the workflow is used.",
        CatalogueSlugs = ["github-container-credentials-literal"],
        IsAboutSecretValue = true,
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(798), RuleReference.OwaspDocker("D06")],
        Violations =
        [
            new(".github/workflows/build.yml", """
                jobs:
                  test:
                    runs-on: ubuntu-24.04
                    container:
                      image: registry.example.com/build:1.2
                      credentials:
                        username: build
                        password: [|kT9.vq27Lm|]
                    steps:
                      - run: dotnet test

                """),
        ],
        Fixed =
        [
            new(".github/workflows/build.yml", """
                jobs:
                  test:
                    runs-on: ubuntu-24.04
                    container:
                      image: registry.example.com/build:1.2
                      credentials:
                        username: build
                        password: ${{ secrets.REGISTRY_PASSWORD }}
                    steps:
                      - run: dotnet test

                """),
        ],
    };
}
