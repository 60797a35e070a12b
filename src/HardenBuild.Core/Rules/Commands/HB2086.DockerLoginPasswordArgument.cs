using HardenBuild.Model.Docker.Commands;

namespace HardenBuild.Rules.Commands;

/// <summary>A password is passed on the command line.</summary>
internal sealed class DockerLoginPasswordArgument() : EngineCommandRule("HB2086", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override IEnumerable<Finding> Inspect(EngineCommand command)
    {
        if (command.Verb != "login" || command.Invocation.FindOption("-p", "--password") is not { HasValue: true } option)
            yield break;
        var isLiteral = option.Value is { Length: > 0 };
        yield return Report(command.Source.At(option.ValueSpan), isLiteral ? "The password" : "The password in a variable") with { AtMost = isLiteral ? RuleSeverity.Error : RuleSeverity.Warning };
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DockerLoginPasswordArgument),
        Title = "The password of a registry is passed on the command line",
        MessageFormat = "{0} stands on the command line, where every user of the machine and the shell's history can see it; pipe it in and use '--password-stdin'",
        Rationale = "Arguments of a process are visible to all users of the machine, and end up in the history of shells and the logs of build services. docker login reads the password from its input with --password-stdin.",
        WhenToIgnore = "Never: --password-stdin works everywhere. A password in a variable is a warning, because it does not stand in the repository.",
        CatalogueSlugs = ["docker-login-password-argument"],
        IsAboutSecretValue = true,
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(214), RuleReference.OwaspDocker("D06")],
        Violations =
        [
            new("deploy.sh", """
                #!/bin/sh
                docker login -u build -p [|kT9.vq27Lm|] registry.example.com

                """),
        ],
        Fixed =
        [
            new("deploy.sh", """
                #!/bin/sh
                printenv REGISTRY_PASSWORD | docker login -u build --password-stdin registry.example.com

                """),
        ],
    };
}
