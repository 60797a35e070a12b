using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Directories;

/// <summary>An application's image declares a volume.</summary>
internal sealed class VolumeInstructionDiscouraged() : DockerfileRule("HB1102", RuleSeverity.None, RuleSeverity.None)
{
    private static readonly string[] Databases =
    [
        "postgres", "postgis", "pgdata", "timescale", "mysql", "mariadb", "percona", "mongo", "redis", "valkey", "cassandra", "couch", "elasticsearch", "opensearch", "influxdb", "neo4j",
        "mssql", "clickhouse", "rabbitmq", "kafka", "etcd", "minio", "registry",
    ];

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        if (model.TargetStage is not { } target || DockerfileModel.RootBase(target).Image is { } image && IsDatabase(image.Repository.Value))
            yield break;
        var places = DockerfileModel.Chain(target).Reverse()
            .SelectMany(stage => stage.Instructions)
            .Where(instruction => instruction is { IsTrigger: false, Syntax: VolumeInstruction })
            .SelectMany(instruction => ((VolumeInstruction)instruction.Syntax).Paths)
            .Where(path => !IsDatabase(path.Value)).ToList();
        if (places.Count > 0)
        {
            yield return ReportIn(target, model.Source.At(places[0].Span), places[0].Value) with
            {
                Related = RepeatedPlaces.AfterFirst(places.Select(path => model.Source.At(path.Span)), "Declared here too"),
            };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(VolumeInstructionDiscouraged),
        Title = "Application image declares a volume",
        MessageFormat = "'{0}' becomes an anonymous volume of every container that is given none, which nobody finds or removes; leave VOLUME out and mount the path where the container is deployed",
        Rationale = "A volume declared in the image cannot be undone by whoever runs or extends it. Containers leave anonymous volumes behind, a read-only root file system has a writable hole, and Kubernetes ignores the instruction.",
        WhenToIgnore = "When the image is a database or another store whose data must survive the container.",
        CatalogueSlugs = ["volume-instruction-discouraged"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.Medium,
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nVOLUME [|/app/uploads|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nUSER $APP_UID\n")],
    };

    /// <summary>By the name of an image, or of the folder that holds its data.</summary>
    private static bool IsDatabase(string path)
    {
        foreach (var database in Databases)
        {
            if (path.Contains(database, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
