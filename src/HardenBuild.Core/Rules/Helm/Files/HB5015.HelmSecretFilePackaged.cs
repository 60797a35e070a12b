using HardenBuild.Model.Helm;
using HardenBuild.Model.Secrets;
using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Text;

namespace HardenBuild.Rules.Helm.Files;

/// <summary>A secret in the package of the chart.</summary>
internal sealed class HelmSecretFilePackaged() : ChartRule("HB5015", RuleSeverity.Warning, RuleSeverity.Error)
{
    private static readonly string[] TestWords = ["test", "tests", "testdata", "fixtures", "ci", "example", "examples"];

    public override IEnumerable<Finding> Analyze(ChartModel chart)
    {
        var isRepositoryTold = false;
        foreach (var file in chart.Chart.Files)
        {
            if (file.IsPacked)
                continue;
            var isOfGit = file.Name.StartsWith(".git/", StringComparison.Ordinal);
            if ((isOfGit && isRepositoryTold) || (isOfGit ? default(TextSpan) : SecretIn(file)) is not { } place)
                continue;
            isRepositoryTold |= isOfGit;
            var isTrial = file.Name.Split('/').Any(static part => Array.IndexOf(TestWords, part) >= 0);
            yield return Report(SourceOf(file).At(place), isOfGit ? ".git" : file.Name) with { AtMost = isTrial ? RuleSeverity.Suggestion : RuleSeverity.Error };
        }
    }

    /// <summary>Where the secret of a file begins; null where it holds none, as far as name and text tell.</summary>
    private static TextSpan? SecretIn(ChartFile file)
    {
        var name = file.Name.Substring(file.Name.LastIndexOf('/') + 1).ToLowerInvariant();
        if (name.EndsWith(".pfx", StringComparison.Ordinal) || name.EndsWith(".p12", StringComparison.Ordinal) || name == "kubeconfig" || name.EndsWith(".kubeconfig", StringComparison.Ordinal))
            return new TextSpan(0, 0);
        if (name == ".env" || (name.StartsWith(".env.", StringComparison.Ordinal) && name is not (".env.example" or ".env.sample" or ".env.template" or ".env.dist")))
            return new TextSpan(0, 0);
        if (!name.EndsWith(".key", StringComparison.Ordinal) && !name.EndsWith(".pem", StringComparison.Ordinal) && !name.StartsWith("id_", StringComparison.Ordinal))
            return null;
        foreach (var match in SecretScanner.Find(SourceOf(file).Content))
        {
            if (match.Kind == SecretKind.PrivateKey)
                return new TextSpan(match.Span.Start, 0);
        }

        return null;
    }

    private static SourceText SourceOf(ChartFile file)
    {
        try
        {
            return file.Source;
        }
        catch (InvalidDataException)
        {
            return SourceText.From(file.Path, "");
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmSecretFilePackaged),
        Title = "Secret file becomes a part of the chart's package",
        MessageFormat = "'{0}' is packed into the chart, and everybody who gets the chart has it; add it to '.helmignore', or move it out of the chart's folder",
        Rationale = "'helm package' takes every file of the folder that '.helmignore' does not name, and an installation stores the chart in the cluster.",
        WhenToIgnore = "When the file holds no secret in spite of its name.",
        CatalogueSlugs = ["helm-secret-file-packaged"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(538), RuleReference.OwaspKubernetes("K08:2022")],
        IsAboutSecretValue = true,
        Violations = [new("Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\n") { Beside = [new("certs/aspnetapp.pfx", "[||]binary")] }],
        Fixed = [new("Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\n") { Beside = [new("certs/aspnetapp.pfx", "binary"), new(".helmignore", "*.pfx\n")] }],
    };
}
