using HardenBuild.Model.Aspire;
using HardenBuild.Model.Docker.Containers.Secrets;
using HardenBuild.Model.Secrets;

namespace HardenBuild.Rules.Aspire;

/// <summary>A secret is written into the program of an app host.</summary>
internal sealed class AspireSecretLiteral() : AppHostRule("HB7062", RuleSeverity.Warning, RuleSeverity.Error)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(AspireSecretLiteral),
        Title = "A secret is written into an app host",
        MessageFormat = "The value of '{0}' is {1} in the source, readable for everyone with the repository and in what is published; take it from 'builder.AddParameter(name, secret: true)', whose value is in user secrets or the environment",
        Rationale = """
            A secret in source code stays in the history of the repository for good. What an app host gives to a container as plain text is also written into the manifest, the Compose file or the chart that is published.
            A parameter with 'secret: true' has its value from outside, and is left empty in what is published.
            """,
        WhenToIgnore = "For the keys of emulators that their vendors publish. Placeholders, and calls for run mode only or in tests, are suggestions.",
        CatalogueSlugs = ["aspire-secret-literal"],
        IsAboutSecretValue = true,
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(798), RuleReference.OwaspDocker("D06")],
        Violations =
        [
            new("AppHost.cs", "var builder = DistributedApplication.CreateBuilder(args);\nbuilder.AddContainer(\"db\", \"postgres\", \"17.2\").WithEnvironment(\"POSTGRES_PASSWORD\", [|\"kT9.vq27Lm\"|]);\n"),
            new("AppHost.cs", "var builder = DistributedApplication.CreateBuilder(args);\nvar password = builder.AddParameter(\"db-password\", [|\"kT9.vq27Lm\"|], secret: true);\n"),
        ],
        Fixed =
        [
            new("AppHost.cs", "var builder = DistributedApplication.CreateBuilder(args);\nvar password = builder.AddParameter(\"db-password\", secret: true);\nbuilder.AddContainer(\"db\", \"postgres\", \"17.2\").WithEnvironment(\"POSTGRES_PASSWORD\", password);\n"),
        ],
    };

    protected override IEnumerable<Finding> Inspect(AppHostCall call)
    {
        if (call is { Method: "AddParameter" } && call.Find("name")?.Text is { } parameter && call.Find("value") is { Text: { Length: > 0 } text } value)
        {
            if (call.IsTrue("secret") == true)
                yield return Report(value.Location, parameter, "a secret") with { AtMost = Placeholder.IsPlaceholder(text) ? RuleSeverity.Suggestion : RuleSeverity.Error };
            yield break;
        }

        if (call.Method is "WithEnvironment" or "WithBuildArg" && call.Find("name")?.Text is { } name && call.Find("value")?.Literal is { } literal
            && ContainerSecret.Of(name, literal) is { } secret)
            yield return Report(literal.Location, name, secret.Kind) with { AtMost = secret.IsHarmless ? RuleSeverity.Suggestion : RuleSeverity.Error };
    }
}
