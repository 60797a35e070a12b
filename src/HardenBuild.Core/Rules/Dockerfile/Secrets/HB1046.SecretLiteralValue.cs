using System.Collections.Immutable;
using HardenBuild.Model.Docker;
using HardenBuild.Model.Secrets;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Secrets;

/// <summary>A credential stands in the file in clear text.</summary>
internal sealed class SecretLiteralValue() : DockerfileRule("HB1046", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        var matches = SecretScanner.Find(model.Source.Content).Where(match => !IsExample(model.Syntax, match));
        foreach (var sameValue in matches.GroupBy(match => model.Source.Substring(match.Span), StringComparer.Ordinal))
        {
            var first = sameValue.First();
            yield return Report(model.Source.At(first.Span), first.Description) with
            {
                LogicalPath = StageAt(model, first.Span)?.ToString(),
                Related = RepeatedPlaces.AfterFirst(sameValue.Select(match => model.Source.At(match.Span)), "The same value again"),
            };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(SecretLiteralValue),
        Title = "Credential is written into the Dockerfile",
        MessageFormat = "This is {0} in clear text: everyone who can read the repository or pull the image has it; revoke it, then use 'RUN --mount=type=secret' or set it when the container starts",
        Rationale = "A credential in a Dockerfile is in the repository's history and in a layer of every image built from it. Deleting the line does not take it back, so it must be revoked.",
        WhenToIgnore = "When the value is a published example or belongs to a throw-away test system.",
        CatalogueSlugs = ["secret-literal-value"],
        IsAboutSecretValue = true,
        SecuritySeverity = SecuritySeverity.Critical,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("4.10"), RuleReference.Cwe(798), RuleReference.OwaspDocker("D06")],
        Related =
        [
            "kics:secrets_stored_in_dockerfile", "kics:passwords_and_secrets_in_infrastructure_code_dockerfile", "kics:passwords_and_secrets", "sonar:S6437",
        ],
        Violations =
        [
            new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nENV ConnectionStrings__Shop=\"Server=db;User Id=shop;Password=[|Winter-is-c0ming|]\"\nUSER $APP_UID\n"),
        ],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nENV ConnectionStrings__Shop=\"Server=db;Authentication=Active Directory Default\"\nUSER $APP_UID\n")],
        ComparedWith = "KICS also reports values by the name of their variable; that is HB1045 here. Placeholders such as 'changeme', values from variables, "
            + "published example keys and the keys of the Azure emulators are accepted.",
    };

    /// <summary>A URL or connection string in a comment shows how to write one; a token in a comment is a token.</summary>
    private static bool IsExample(DockerfileSyntax syntax, SecretMatch match) =>
        match.Kind is SecretKind.UrlPassword or SecretKind.ConnectionStringPassword && IsInComment(syntax.Comments, match.Span.Start);

    /// <summary>Comments stand in the order of the text.</summary>
    private static bool IsInComment(ImmutableArray<DockerfileComment> comments, int offset)
    {
        var (low, high) = (0, comments.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (comments[middle].Span.Start <= offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low > 0 && comments[low - 1].Span.Contains(offset);
    }

    private static DockerfileStage? StageAt(DockerfileModel model, TextSpan span) =>
        model.Stages.LastOrDefault(stage => stage.Location.Span.Start <= span.Start);
}
