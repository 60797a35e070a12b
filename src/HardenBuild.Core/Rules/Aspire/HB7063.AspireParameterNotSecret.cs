using HardenBuild.Model.Aspire;
using HardenBuild.Model.Secrets;

namespace HardenBuild.Rules.Aspire;

/// <summary>A parameter of an app host is a secret by its name and not declared as one.</summary>
internal sealed class AspireParameterNotSecret() : AppHostRule("HB7063", RuleSeverity.Warning, RuleSeverity.Warning)
{
    private static readonly string[] s_harmlessEndings = ["name", "user", "username", "url", "uri", "id", "path", "file", "length", "version", "policy", "expiry", "lifetime"];

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(AspireParameterNotSecret),
        Title = "A parameter with the name of a secret is not declared as a secret",
        MessageFormat = "Parameter '{0}' is not declared as a secret, so its value is shown in the dashboard and written into what is published; add 'secret: true'",
        Rationale = """
            An app host shows plain parameters in its dashboard and writes their values, or references to plain variables, into the manifest, the Compose file and the chart.
            With 'secret: true' the value is masked, and what is published leaves it to the platform's store of secrets.
            """,
        WhenToIgnore = "When the name only sounds like a secret. Names that end in 'name', 'user', 'url', 'id' and the like are not reported.",
        CatalogueSlugs = ["aspire-parameter-not-secret"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(522), RuleReference.OwaspDocker("D06")],
        Violations =
        [
            new("AppHost.cs", "var builder = DistributedApplication.CreateBuilder(args);\nvar password = builder.[|AddParameter|](\"db-password\");\n"),
        ],
        Fixed =
        [
            new("AppHost.cs", "var builder = DistributedApplication.CreateBuilder(args);\nvar password = builder.AddParameter(\"db-password\", secret: true);\nvar user = builder.AddParameter(\"db-user\");\n"),
        ],
    };

    protected override IEnumerable<Finding> Inspect(AppHostCall call)
    {
        if (call.Method is not ("AddParameter" or "AddParameterFromConfiguration") || call.IsTrue("secret") != false || call.Find("name")?.Text is not { } name)
            yield break;
        if (SecretNames.IsSecret(name.Replace('-', '_')) && !IsHarmless(name))
            yield return Report(call.Name, name);
    }

    private static bool IsHarmless(string name)
    {
        var last = name.Substring(name.LastIndexOfAny(['-', '_', '.']) + 1);
        return Array.Exists(s_harmlessEndings, ending => last.Equals(ending, StringComparison.OrdinalIgnoreCase));
    }
}
