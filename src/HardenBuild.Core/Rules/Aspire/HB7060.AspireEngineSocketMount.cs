using HardenBuild.Model.Aspire;
using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Aspire;

/// <summary>An app host gives a container the socket of the container runtime.</summary>
internal sealed class AspireEngineSocketMount() : AppHostRule("HB7060", RuleSeverity.Warning, RuleSeverity.Error)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(AspireEngineSocketMount),
        Title = "A container of an app host is given the socket of the container runtime",
        MessageFormat = "'{0}' gives the container control over the container runtime, which is root on the host; remove the mount or put a proxy in between that allows only the requests it needs",
        Rationale = """
            Whoever can write to the runtime's socket can start a privileged container that mounts the host's disk. Mounting it read-only does not help: the flag protects the file, not what is sent through it.
            The mount is published too, so the deployed container has it as well.
            """,
        WhenToIgnore = "For a proxy that passes on chosen requests only. Calls for run mode only, and those of tests, are suggestions.",
        CatalogueSlugs = ["aspire-engine-socket-mount"],
        SecuritySeverity = SecuritySeverity.Critical,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("5.32"), RuleReference.Cwe(269), RuleReference.OwaspDocker("D04")],
        Supersedes = ["HB7061"],
        Violations =
        [
            new("AppHost.cs", "var builder = DistributedApplication.CreateBuilder(args);\nbuilder.AddContainer(\"ci\", \"contoso/ci\", \"1.2.3\").WithBindMount([|\"/var/run/docker.sock\"|], \"/var/run/docker.sock\", isReadOnly: true);\n"),
        ],
        Fixed =
        [
            new("AppHost.cs", "var builder = DistributedApplication.CreateBuilder(args);\nbuilder.AddContainer(\"ci\", \"contoso/ci\", \"1.2.3\").WithBindMount(\"./work\", \"/work\");\n"),
        ],
    };

    protected override IEnumerable<Finding> Inspect(AppHostCall call)
    {
        if (call.Method == "WithBindMount" && call.Find("source") is { Text: { } source } argument && RuntimeSocket.IsExposedBy(source))
            yield return Report(argument.Location, source);
    }
}
