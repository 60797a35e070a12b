using System.Collections.Immutable;
using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Text;

namespace HardenBuild.Rules.Compose.Mounts;

/// <summary>A volume or folder that several containers write to.</summary>
internal sealed class ComposeVolumeSharedBetweenServices() : ContainerOptionsRule("HB2005", RuleSeverity.None, RuleSeverity.None)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeVolumeSharedBetweenServices),
        Title = "Several containers write to the same volume",
        MessageFormat = "'{0}' is writable for {1}, so a break-in into one of them changes the data of the others; mount it with ':ro' where it is only read",
        Rationale = """
            Files that several containers write carry an attack from one to the next: a web server that serves uploads executes what another container put there.
            Usually one container writes and the others read.
            """,
        WhenToIgnore = "Containers that exchange files on purpose, such as a socket or a work queue, need it.",
        CatalogueSlugs = ["compose-volume-shared-between-services"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(668), RuleReference.OwaspDocker("D05")],
        Related = ["kics:shared_volumes_between_containers"],
        ComparedWith = "KICS reports every volume of the project's own, even one that a single service uses; this rule counts the services that can write.",
        Violations = [new("compose.yaml", "services:\n  api:\n    image: example/api:1\n    volumes: [\"[|files|]:/files\"]\n  web:\n    image: example/web:1\n    volumes: [\"files:/files\"]\nvolumes:\n  files:\n")],
        Fixed = [new("compose.yaml", "services:\n  api:\n    image: example/api:1\n    volumes: [\"files:/files\"]\n  web:\n    image: example/web:1\n    volumes: [\"files:/files:ro\"]\nvolumes:\n  files:\n")],
    };

    public override IEnumerable<Finding> Analyze(ImmutableArray<ContainerOptions> containers)
    {
        foreach (var shared in containers.SelectMany(WritableMounts).GroupBy(use => use.Source.Value, StringComparer.Ordinal))
        {
            var users = shared.GroupBy(use => use.Container).Select(uses => uses.First()).ToList();
            if (users.Count < 2)
                continue;
            var first = users[0];
            yield return Report(first.Source.Location, first.Source.Value, ContainerNames.List(users.ConvertAll(use => use.Container))) with
            {
                LogicalPath = first.Container.LogicalPath,
                Related = RepeatedPlaces.AfterFirst(users.Select(use => use.Source.Location), "Writable here too"),
            };
        }
    }

    protected override IEnumerable<Finding> Inspect(ContainerOptions container) => [];

    private static IEnumerable<(ContainerOptions Container, Located<string> Source)> WritableMounts(ContainerOptions container)
    {
        foreach (var mount in container.Mounts)
        {
            if (mount is { IsReadOnly: false, Kind: MountKind.Bind or MountKind.Volume, Source: { } source } && !RuntimeSocket.IsExposedBy(source.Value))
                yield return (container, source);
        }
    }
}
