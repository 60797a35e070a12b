using HardenBuild.Model.Docker.Carriers;
using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Rules.Pipelines;

/// <summary>The container of a job is given the socket of the engine.</summary>
internal sealed class AzureContainerEngineSocket() : PipelineRule("HB2115", RuleSeverity.None, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(PipelineFile pipeline)
    {
        foreach (var container in pipeline.JobContainers)
        {
            if (pipeline.Kind == PipelineKind.Azure && container is { Key: "resources", Node: YamlMapping mapping } && mapping["mapDockerSocket"] is null)
                yield return Report(container.Name.Location, container.Name.Value);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(AzureContainerEngineSocket),
        Title = "The container of a job is given the socket of the container engine",
        MessageFormat = "Container '{0}' is given the socket of the agent's engine, which is root on the agent; add 'mapDockerSocket: false' unless its jobs call docker",
        Rationale = "Azure Pipelines maps /var/run/docker.sock into the containers of jobs unless it is told otherwise. On an agent of your own, code that a build runs can start a privileged container and take over the agent, and the secrets of later builds.",
        WhenToIgnore = "On hosted agents, which are thrown away, and for jobs that call docker on purpose.",
        CatalogueSlugs = ["azure-container-engine-socket"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("5.32"), RuleReference.Cwe(269), RuleReference.OwaspDocker("D04")],
        Violations =
        [
            new("azure-pipelines.yml", """
                resources:
                  containers:
                    - container: [|build|]
                      image: example.azurecr.io/build:1.2
                steps:
                  - script: dotnet build

                """),
        ],
        Fixed =
        [
            new("azure-pipelines.yml", """
                resources:
                  containers:
                    - container: build
                      image: example.azurecr.io/build:1.2
                      mapDockerSocket: false
                steps:
                  - script: dotnet build

                """),
        ],
    };
}
