using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Dockerfile.Secrets;

/// <summary>ENV or ARG carries a value that its name calls a secret.</summary>
internal sealed class SecretInEnvOrArgName() : DockerfileRule("HB1045", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        var mounted = SecretMounts.Names(model);
        var copied = new CopiedFiles(model);
        var reported = SecretVariable.All(model).Where(variable => variable.IsReported(copied, mounted));
        foreach (var sameName in reported.GroupBy(variable => variable.Name, StringComparer.OrdinalIgnoreCase))
        {
            var places = sameName.Select(variable => model.Source.At(variable.Assignment.Key.Span)).ToList();
            var finding = Report(places[0], sameName.Key, sameName.First().IsArgument ? "the image's history" : "the image's configuration");
            yield return finding with { LogicalPath = sameName.First().Stage?.ToString(), Related = RepeatedPlaces.AfterFirst(places, "Set here too") };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(SecretInEnvOrArgName),
        Title = "Secret is passed by ENV or ARG",
        MessageFormat = "'{0}' looks like a secret and its value stays readable in {1}; use 'RUN --mount=type=secret' while building, and set it when the container starts",
        Rationale = "The values of ENV are part of the image and of every process in it; the values of ARG are recorded in the history of the layers and in build provenance. "
            + "'docker history' and 'docker inspect' show both to everyone who can pull the image, also after a later instruction unsets them.",
        WhenToIgnore = "When the value is no secret although its name reads like one: rename it, or suppress the finding with the reason.",
        CatalogueSlugs = ["secret-in-env-or-arg-name"],
        IsAboutSecretValue = true,
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.Medium,
        References = [RuleReference.CisDocker("4.10"), RuleReference.DevSec("docker-4.10"), RuleReference.Cwe(522), RuleReference.OwaspDocker("D06")],
        Aliases = ["hadolint:DL3064", "trivy:DS-0031", "buildkit:SecretsUsedInArgOrEnv", "semgrep:secret-in-build-arg", "sonar:S6472", "dockle:CIS-DI-0010"],
        Related = ["kics:env_instruction_has_secret", "kics:secrets_env"],
        Violations =
        [
            new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nARG [|NUGET_TOKEN|]\nRUN dotnet nuget update source internal -p $NUGET_TOKEN && dotnet publish -o /out\n"),
        ],
        Fixed =
        [
            new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nRUN --mount=type=secret,id=nuget,env=NUGET_TOKEN dotnet nuget update source internal -p $NUGET_TOKEN && dotnet publish -o /out\n"),
        ],
        ComparedWith = "Names are compared word by word, so 'TOKENIZER' and 'KEYBOARD' are accepted; a name that says 'PUBLIC', 'FILE', 'PATH' or 'VERSION', a path, a number and a "
            + "truth value are no secrets. 'GPG_KEY' is a fingerprint in the official images. A value that is itself a recognised credential is reported by HB1046 alone.",
    };
}
