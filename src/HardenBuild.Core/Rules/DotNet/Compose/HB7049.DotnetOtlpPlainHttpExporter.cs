using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.DotNet.Compose;

/// <summary>Telemetry that leaves the project in the clear.</summary>
internal sealed class DotnetOtlpPlainHttpExporter() : ContainerOptionsRule("HB7049", RuleSeverity.None, RuleSeverity.None)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetOtlpPlainHttpExporter),
        Title = "Telemetry is sent in the clear",
        MessageFormat = "'{0}' sends traces, metrics and logs of {1} '{2}' in the clear; use 'https://'",
        Rationale = """
            Traces and logs hold addresses, user names and sometimes more. Over plain HTTP everyone on the way can read them.
            """,
        WhenToIgnore = "When the collector is reached over a network that nobody else can listen to. A collector on the same host or in the same project is not reported. The rule is off unless you ask for it.",
        CatalogueSlugs = ["dotnet-otlp-plain-http-exporter"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(319), RuleReference.OwaspDocker("D10")],
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    environment:\n      ASPNETCORE_HTTP_PORTS: 8080\n      OTEL_EXPORTER_OTLP_ENDPOINT: [|http://otel.example.org:4317|]\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    environment:\n      ASPNETCORE_HTTP_PORTS: 8080\n      OTEL_EXPORTER_OTLP_ENDPOINT: https://otel.example.org:4317\n")],
    };

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        foreach (var variable in container.Environment)
        {
            if (variable.Name.Value.StartsWith("OTEL_EXPORTER_OTLP_", StringComparison.Ordinal) && variable.Name.Value.EndsWith("ENDPOINT", StringComparison.Ordinal)
                && variable.Value is { } value && Uri.TryCreate(value.Value, UriKind.Absolute, out var endpoint) && endpoint.Scheme == Uri.UriSchemeHttp && IsFar(endpoint))
            {
                yield return Report(value.Location, value.Value, container.Noun, container.Name.Value);
            }
        }
    }

    // A name without a dot is a container of the same network.
    private static bool IsFar(Uri endpoint) => !endpoint.IsLoopback && endpoint.Host.Contains('.') && endpoint.Host != "host.docker.internal";
}
