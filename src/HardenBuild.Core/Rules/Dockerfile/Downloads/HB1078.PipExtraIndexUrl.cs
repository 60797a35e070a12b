using HardenBuild.Model.Docker;
using HardenBuild.Rules.Dockerfile.Verification;

namespace HardenBuild.Rules.Dockerfile.Downloads;

/// <summary>pip asks more than one index for each package.</summary>
internal sealed class PipExtraIndexUrl() : DockerfileRule("HB1078", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var command in model.Commands)
        {
            foreach (var pip in command.Invocations)
            {
                if (PipCommand.Is(pip) && pip.FindOption("--extra-index-url") is { } option)
                    yield return ReportIn(command.Instruction.Stage, model.Source.At(option.TokenSpan), option.Name);
            }
        }

        foreach (var setting in model.VariableSettings)
        {
            if (setting is { Name: "PIP_EXTRA_INDEX_URL", Value.Length: > 0 })
                yield return Report(model.Source.At(setting.Span), setting.Name) with { LogicalPath = setting.Stage?.ToString() };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(PipExtraIndexUrl),
        Title = "pip takes each package from any of several indexes",
        MessageFormat = "'{0}' lets anyone who registers the name of a private package in the public index replace it; use one '--index-url' that serves both",
        Rationale = "pip has no order of indexes: it takes the highest version that any of them offers. A package of your own index is replaced as soon as someone publishes the same name "
            + "with a higher version on PyPI, which is known as dependency confusion.",
        WhenToIgnore = "When every package is pinned with '--require-hashes', or the names are registered on PyPI as well.",
        CatalogueSlugs = ["pip-extra-index-url"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(427), RuleReference.OwaspDocker("D08")],
        Related = ["semgrep:dockerfile-pip-extra-index-url"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN pip install [|--extra-index-url|] https://pypi.example.com/simple shop\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN pip install --index-url https://pypi.example.com/simple shop\nUSER $APP_UID\n")],
    };
}
