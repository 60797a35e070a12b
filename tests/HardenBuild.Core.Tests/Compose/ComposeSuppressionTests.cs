using HardenBuild.Configuration;
using HardenBuild.Rules;
using HardenBuild.Scanning;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Compose;

/// <summary>Comments in Compose files, ours and those to other tools.</summary>
public sealed class ComposeSuppressionTests
{
    private const string Service = "services:\n  web:\n    image: a\n    privileged: true\n";

    [Theory]
    [InlineData("services:\n  web:\n    image: a # hardenbuild:disable=HB2048 -- why\n    privileged: true\n", "HB2001")]
    [InlineData("services:\n  web:\n    # hardenbuild:disable=HB2001 -- why\n    privileged: true\n    image: a\n", "HB2048")]
    [InlineData("services:\n  # hardenbuild:disable=HB2001,HB2048 -- why\n  web:\n    image: a\n    privileged: true\n", "")]
    [InlineData("# hardenbuild:disable-file=HB2001 -- why\n" + Service, "HB2048")]
    [InlineData("# dclint disable-file\n" + Service, "HB2001")]
    [InlineData("# dclint disable\n" + Service, "HB2001")]
    [InlineData("# dclint disable service-image-require-explicit-tag no-build-and-image\n" + Service, "HB2001")]
    [InlineData("services:\n  web:\n    image: a # dclint disable-line\n    privileged: true\n", "HB2001")]
    [InlineData("services:\n  web:\n    # dclint disable-line service-image-require-explicit-tag\n    image: a\n    privileged: true\n", "HB2001")]
    [InlineData("services:\n  web:\n    image: a # dclint disable-line no-version-field\n    privileged: true\n", "HB2001 HB2048")]
    [InlineData("services:\n  web:\n    image: a\n    # dclint disable\n    privileged: true\n", "HB2001 HB2048")]
    [InlineData("services:\n  web:\n    # kics-scan ignore-line\n    privileged: true\n    image: a\n", "HB2048")]
    [InlineData("# kics-scan ignore\n" + Service, "HB2048")]
    public void Silences(string text, string left)
    {
        var selection = new RuleSelection(new SeverityResolver(EditorConfigSet.Empty, RuleMode.Default, "/repository"), ["HB2001", "HB2048"]);
        var reported = new TextScan(selection, useSuppressions: true).Run([new InputText(SourceText.From("compose.yaml", text), InputFormat.Compose)], TestContext.Current.CancellationToken);
        Assert.Equal(left, string.Join(' ', reported.Where(finding => finding.SuppressedBy is null && finding.Finding.Rule.Id.StartsWith("HB2", StringComparison.Ordinal)).Select(finding => finding.Finding.Rule.Id).Order(StringComparer.Ordinal)));
    }
}
