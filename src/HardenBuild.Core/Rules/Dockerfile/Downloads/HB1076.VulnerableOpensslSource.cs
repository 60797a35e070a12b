using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Dockerfile.Downloads;

/// <summary>A release with a famous hole is downloaded.</summary>
internal sealed class VulnerableOpensslSource() : DockerfileRule("HB1076", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var download in Download.Of(model))
        {
            if (KnownBadRelease.Find(download.Url.Path) is { } release)
                yield return ReportIn(download.Instruction.Stage, model.Source.At(download.Span), release.FileName, release.Problem, release.Replacement);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(VulnerableOpensslSource),
        Title = "Release with a known hole is downloaded",
        MessageFormat = "'{0}' {1}; use {2}",
        Rationale = "A library built from a source archive is seen by no package manager: nothing updates it and many scanners do not find it. "
            + "The rule knows the releases of OpenSSL, xz and Log4j that everyone should have left behind.",
        WhenToIgnore = "When the image exists to reproduce or to test for the hole.",
        CatalogueSlugs = ["vulnerable-openssl-source"],
        SecuritySeverity = SecuritySeverity.Critical,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(1395), RuleReference.OwaspDocker("D02")],
        Aliases = ["kics:vulnerable_openssl_version"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN curl -fsSLO [|https://www.openssl.org/source/openssl-3.0.4.tar.gz|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN apt-get update && apt-get install -y libssl-dev\nUSER $APP_UID\n")],
        ComparedWith = "KICS knows OpenSSL 3.0 only; versions that no longer get fixes at all, the manipulated releases of xz and Log4j with remote code execution are reported too. Versions in variables are resolved.",
    };
}
