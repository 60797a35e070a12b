using HardenBuild.Model.Docker.Carriers;
using HardenBuild.Model.Docker.Commands;

namespace HardenBuild.Rules.Commands;

/// <summary>The check of signatures is switched off.</summary>
internal sealed class DockerContentTrustDisabled() : EngineCommandRule("HB2085", RuleSeverity.Suggestion, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(ContainerCarrier carrier)
    {
        foreach (var variable in carrier.Variables)
        {
            if (variable.Name.Value == "DOCKER_CONTENT_TRUST" && variable.Value is { Value: "0" } value)
                yield return Report(value.Location, "DOCKER_CONTENT_TRUST=0");
        }

        foreach (var finding in base.Analyze(carrier))
            yield return finding;
    }

    protected override IEnumerable<Finding> Inspect(EngineCommand command)
    {
        foreach (var assignment in command.Invocation.Environment)
        {
            if (assignment is { Name: "DOCKER_CONTENT_TRUST", Value: "0" })
                yield return Report(command.Source.At(assignment.Span), "DOCKER_CONTENT_TRUST=0");
        }

        if (command.Verb is "run" or "create" or "pull" or "push" or "build" && command.Invocation.FindOption("--disable-content-trust") is { } flag && (flag.HasValue ? flag.Value is "true" or "1" : true))
            yield return Report(command.Source.At(flag.Word.Span), flag.Word.ToString());
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DockerContentTrustDisabled),
        Title = "The check of image signatures is switched off",
        MessageFormat = "'{0}' switches the check of signatures off where it is on, so an image that somebody replaced is used; remove it, or name the image by digest",
        Rationale = "Where content trust is required, this switch is the way around it. Docker retires this kind of signature, so its absence is not reported: name images by digest, and verify signatures with cosign or notation.",
        WhenToIgnore = "When the image has just been built on the same machine.",
        CatalogueSlugs = ["docker-content-trust-disabled"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("4.5"), RuleReference.DevSec("docker-4.5"), RuleReference.Cwe(347), RuleReference.OwaspDocker("D08")],
        Related = ["dockle:CIS-DI-0005"],
        Violations =
        [
            new("deploy.sh", """
                #!/bin/sh
                docker pull [|--disable-content-trust|] example/web:1.2

                """),
            new("deploy.sh", """
                #!/bin/sh
                export DOCKER_CONTENT_TRUST=[|0|]
                docker pull example/web:1.2

                """),
        ],
        Fixed =
        [
            new("deploy.sh", """
                #!/bin/sh
                docker pull example/web:1.2@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08

                """),
        ],
    };
}
