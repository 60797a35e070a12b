using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Dockerfile.Network;

/// <summary>EXPOSE names a port that does not exist.</summary>
internal sealed class ExposePortOutOfRange() : DockerfileRule("HB1023", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var (instruction, word, port) in ExposedPorts.Of(model))
        {
            if (ExposedPorts.IsOutOfRange(port))
                yield return ReportIn(instruction.Stage, model.Source.At(word.Span), word.Value);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ExposePortOutOfRange),
        Title = "Exposed port does not exist",
        MessageFormat = "'{0}' is no port, so the build fails or the container is reachable on another one; ports go from 1 to 65535, ranges from the lower to the higher",
        Rationale = "Port numbers have 16 bits. The builder refuses larger numbers and ranges that run backwards, and nothing can listen on port 0.",
        WhenToIgnore = "Never: no program can listen on such a port.",
        CatalogueSlugs = ["expose-port-out-of-range"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["hadolint:DL3011", "trivy:DS-0008", "kics:unix_ports_out_of_range", "semgrep:invalid-port"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nEXPOSE [|80800|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nEXPOSE 8080\nUSER $APP_UID\n")],
        ComparedWith = "Variables are resolved first; a port that nobody knows before the build is not reported.",
    };
}
