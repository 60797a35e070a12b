using HardenBuild.Model.Docker.Carriers;

namespace HardenBuild.Rules.Pipelines;

/// <summary>Docker in Docker is reached without TLS.</summary>
internal sealed class GitlabDindWithoutTls() : PipelineRule("HB2116", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(PipelineFile pipeline)
    {
        if (pipeline.Kind != PipelineKind.GitLab || !pipeline.JobContainers.Any(static container => container.Key == "services" && IsDind(container)))
            yield break;
        foreach (var variable in pipeline.Carrier.Variables)
        {
            if (variable is { Name.Value: "DOCKER_TLS_CERTDIR", Value: { Value: "" } directory })
                yield return Report(directory.Location, "An empty 'DOCKER_TLS_CERTDIR'");
            else if (variable is { Name.Value: "DOCKER_HOST", Value: { } host } && host.Value.StartsWith("tcp://", StringComparison.OrdinalIgnoreCase) && host.Value.TrimEnd('/').EndsWith(":2375", StringComparison.Ordinal))
                yield return Report(host.Location, $"'{host.Value}'") with { AtMost = host.Value.Contains("localhost", StringComparison.Ordinal) ? RuleSeverity.Suggestion : RuleSeverity.Warning };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(GitlabDindWithoutTls),
        Title = "Docker in Docker is reached without TLS",
        MessageFormat = "{0} makes the engine beside the job listen without TLS, so every job on the runner's network can use it; set 'DOCKER_TLS_CERTDIR' to '/certs' and use port 2376",
        Rationale = "The service docker:dind runs privileged. Without TLS any container on the network of the runner can give it orders, and through it take over the runner.",
        WhenToIgnore = "On the Kubernetes executor, where job and service share a pod and 'tcp://localhost:2375' is reachable from nowhere else.",
        CatalogueSlugs = ["gitlab-dind-without-tls"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("2.7"), RuleReference.Cwe(319)],
        Supersedes = ["HB2094"],
        Violations =
        [
            new(".gitlab-ci.yml", """
                build:
                  image: docker:28.3
                  services:
                    - docker:28.3-dind
                  variables:
                    DOCKER_HOST: [|tcp://docker:2375|]
                    DOCKER_TLS_CERTDIR: [|""|]
                  script:
                    - docker build .

                """),
        ],
        Fixed =
        [
            new(".gitlab-ci.yml", """
                build:
                  image: docker:28.3
                  services:
                    - docker:28.3-dind
                  variables:
                    DOCKER_HOST: tcp://docker:2376
                    DOCKER_TLS_CERTDIR: /certs
                  script:
                    - docker build .

                """),
        ],
    };

    private static bool IsDind(PipelineJobContainer container) => container.Image is { } image && image.Value.Contains("dind", StringComparison.Ordinal);
}
