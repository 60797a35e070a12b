using HardenBuild.Model.Docker.Carriers;
using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Rules.Pipelines;

/// <summary>A secret of the build service reaches a build argument.</summary>
internal sealed class CiSecretAsBuildArg() : PipelineRule("HB2113", RuleSeverity.Warning, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(PipelineFile pipeline)
    {
        foreach (var mapping in pipeline.Mappings)
        {
            if (pipeline.Kind != PipelineKind.GitHub || mapping["uses"]?.AsScalar?.Value is not { } action || mapping["with"] is not YamlMapping inputs)
                continue;
            var text = action.StartsWith("docker/build-push-action@", StringComparison.Ordinal) ? inputs["build-args"]?.AsScalar
                : action.StartsWith("docker/bake-action@", StringComparison.Ordinal) ? inputs["set"]?.AsScalar
                : null;
            if (text is null)
                continue;
            foreach (var (start, length, name) in ArgumentsWithSecret(text.Value))
                yield return Report(text.LocationOf(start, length), name);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(CiSecretAsBuildArg),
        Title = "A secret of the build service reaches a build argument",
        MessageFormat = "Build argument '{0}' is given a secret, and build arguments stay readable in the image's history and provenance; use the input 'secrets' and 'RUN --mount=type=secret'",
        Rationale = "docker history shows build arguments to everyone who can pull the image, and the provenance that build-push-action attaches lists them too. The masks of the build service's log do not help there.",
        WhenToIgnore = "When the secret is no secret, a licence key that is public for example.",
        CatalogueSlugs = ["ci-secret-as-build-arg"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(522), RuleReference.OwaspDocker("D06")],
        Violations =
        [
            new(".github/workflows/build.yml", """
                jobs:
                  image:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: docker/build-push-action@v6
                        with:
                          build-args: |
                            VERSION=1.2
                            [|NUGET_TOKEN=${{ secrets.NUGET_TOKEN }}|]

                """),
        ],
        Fixed =
        [
            new(".github/workflows/build.yml", """
                jobs:
                  image:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: docker/build-push-action@v6
                        with:
                          secrets: |
                            nuget=${{ secrets.NUGET_TOKEN }}
                          build-args: |
                            VERSION=1.2

                """),
        ],
    };

    private static IEnumerable<(int Start, int Length, string Name)> ArgumentsWithSecret(string lines)
    {
        for (var start = 0; start < lines.Length;)
        {
            var end = lines.IndexOf('\n', start);
            if (end < 0)
                end = lines.Length;
            var line = lines.Substring(start, end - start).TrimEnd();
            var equals = line.IndexOf('=');
            var isBakeOption = line.IndexOf('.') is >= 0 and var dot && dot < equals && !line.Contains(".args.", StringComparison.Ordinal);
            if (equals > 0 && !isBakeOption && line.IndexOf("secrets.", equals, StringComparison.Ordinal) > 0 && line.IndexOf("${{", equals, StringComparison.Ordinal) > 0)
            {
                var name = line.Substring(0, equals).Trim();
                yield return (start, line.Length, name.Substring(name.LastIndexOf('.') + 1));
            }

            start = end + 1;
        }
    }
}
