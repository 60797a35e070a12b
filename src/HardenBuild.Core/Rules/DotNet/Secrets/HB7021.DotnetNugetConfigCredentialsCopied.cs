using HardenBuild.Model.Docker;
using HardenBuild.Text;

namespace HardenBuild.Rules.DotNet.Secrets;

/// <summary>The Dockerfile writes a NuGet.config with a password in it.</summary>
internal sealed class DotnetNugetConfigCredentialsCopied() : DockerfileRule("HB7021", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        var production = model.TargetStage is { } target ? new HashSet<DockerfileStage>(DockerfileModel.Chain(target)) : [];
        foreach (var text in NuGetConfigText.Of(model))
        {
            foreach (var value in text.ValuesOf("ClearTextPassword").Concat(text.ValuesOf("Password")))
            {
                if (IsLiteral(text.Text.Text.Substring(value.Start, value.Length)))
                {
                    yield return ReportIn(text.Instruction.Stage, model.Source.At(text.Text.MapToSource(value))) with
                    {
                        AtMost = production.Contains(text.Instruction.Stage) ? RuleSeverity.Error : RuleSeverity.Warning,
                    };
                }
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetNugetConfigCredentialsCopied),
        Title = "NuGet.config with a password is written into a layer",
        MessageFormat = "The password of a package source stands in the Dockerfile and in a layer of the build; give it by 'RUN --mount=type=secret,target=/root/.nuget/NuGet/NuGet.Config'",
        Rationale = "Who can read the repository, the build cache or the image has the password of the feed, and with it perhaps the right to publish packages that everyone else installs.",
        WhenToIgnore = "When the feed is open and the password only fills a field.",
        CatalogueSlugs = ["dotnet-nuget-config-credentials-copied"],
        IsAboutSecretValue = true,
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(522), RuleReference.OwaspDocker("D06")],
        Violations =
        [
            new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nCOPY <<EOF NuGet.config\n<configuration><packageSourceCredentials><Internal>\n<add key=\"ClearTextPassword\" value=\"[|s3cr3t-feed|]\" />\n</Internal></packageSourceCredentials></configuration>\nEOF\n"),
        ],
        Fixed =
        [
            new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nCOPY <<EOF NuGet.config\n<configuration><packageSourceCredentials><Internal>\n<add key=\"ClearTextPassword\" value=\"%NUGET_PASSWORD%\" />\n</Internal></packageSourceCredentials></configuration>\nEOF\nRUN --mount=type=secret,id=nuget,env=NUGET_PASSWORD dotnet restore\n"),
        ],
        ComparedWith = "A reference to a variable, '%NAME%' or '$NAME', is no password here; where it comes from is checked by HB1045.",
    };

    private static bool IsLiteral(string value) => value.Length > 0 && !value.Contains('%') && !value.Contains('$') && !value.StartsWith("{{", StringComparison.Ordinal);
}
