using HardenBuild.Model.Docker.Commands;
using HardenBuild.Model.Secrets;

namespace HardenBuild.Rules.Commands;

/// <summary>A secret is passed as a build argument.</summary>
internal sealed class DockerBuildArgSecret() : EngineCommandRule("HB2087", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override IEnumerable<Finding> Inspect(EngineCommand command)
    {
        if (command.Verb != "build")
            yield break;
        foreach (var option in command.Invocation.FindOptions("--build-arg"))
        {
            var text = option.ValuePrefix;
            var equals = text.IndexOf('=');
            var name = equals < 0 ? text : text.Substring(0, equals);
            if (name.Length > 0 && (equals >= 0 || option.Value is not null) && SecretNames.IsSecret(name))
                yield return Report(command.Source.At(option.SpanInValue(0, name.Length)), name);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DockerBuildArgSecret),
        Title = "A secret is passed as a build argument",
        MessageFormat = "Build argument '{0}' looks like a secret, and build arguments stay readable in the image's history and provenance; use '--secret' and 'RUN --mount=type=secret'",
        Rationale = "docker history shows the build arguments that RUN instructions have used, to everyone who can pull the image. A secret mount is there for one instruction and leaves nothing behind.",
        WhenToIgnore = "When the value is no secret although its name says so.",
        CatalogueSlugs = ["docker-build-arg-secret"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(522), RuleReference.OwaspDocker("D06")],
        Violations =
        [
            new("deploy.sh", """
                #!/bin/sh
                docker build --build-arg [|NUGET_API_KEY|]="$KEY" -t example/web:1.2 .

                """),
        ],
        Fixed =
        [
            new("deploy.sh", """
                #!/bin/sh
                docker build --secret id=nuget,env=NUGET_API_KEY --build-arg VERSION=1.2 -t example/web:1.2 .

                """),
        ],
    };
}
