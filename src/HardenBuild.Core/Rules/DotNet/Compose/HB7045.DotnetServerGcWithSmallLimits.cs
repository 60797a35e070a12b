using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.DotNet.Compose;

/// <summary>Server garbage collection in a small container.</summary>
internal sealed class DotnetServerGcWithSmallLimits() : ContainerOptionsRule("HB7045", RuleSeverity.None, RuleSeverity.None)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetServerGcWithSmallLimits),
        Title = "Server garbage collection in a small container",
        MessageFormat = "'{0}' makes .NET keep a heap for each processor, too much for the limits of {1} '{2}'; leave it out or raise the limit",
        Rationale = """
            The server garbage collector trades memory for throughput. In a container with less than 512 MiB or two processors it gains nothing and brings the end by the memory limit closer.
            """,
        WhenToIgnore = "From .NET 9 on the collector adapts to the size of the application (DATAS). The rule is off unless you ask for it.",
        CatalogueSlugs = ["dotnet-server-gc-with-small-limits"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.Medium,
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    mem_limit: 256m\n    environment:\n      DOTNET_gcServer: [|1|]\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    mem_limit: 2g\n    environment:\n      DOTNET_gcServer: 1\n")],
    };

    private const long SmallMemory = 512 * 1024 * 1024;
    private const double FewProcessors = 2;

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        if (container.Limits is not ({ Memory.Value: < SmallMemory } or { Cpus.Value: < FewProcessors }))
            yield break;
        foreach (var variable in container.Environment)
        {
            if (variable is { Name.Value: "DOTNET_gcServer" or "COMPlus_gcServer", Value: { Value: "1" } value })
                yield return Report(value.Location, variable.Name.Value + "=1", container.Noun, container.Name.Value);
        }
    }
}
