using CsCheck;
using HardenBuild.Configuration;
using HardenBuild.Core.Tests.Rules;
using HardenBuild.Rules;
using HardenBuild.Scanning;
using HardenBuild.Syntax.Hcl;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Carriers;

public sealed class HostileCarrierTests
{
    private static readonly Gen<string> Text = Gen.OneOfConst(
        "docker run ", "docker exec ", "dockerd ", "--privileged ", "-v ", "/etc:/x ", "-p ", ":", "::80", "--mount ", "type=bind,", "source=", "=", "\\\n", "\n", "\r\n", "\t", " ", "\"", "'", "$(", "${{ x }}", ")",
        "[Container]\n", "PodmanArgs=", "Volume=", "%t", "%", "#", "//", "/*", "*/", "{", "}", "[", "]", "target \"a\" ", "args = ", "<<EOT\n", "EOT\n", ",", "\"runArgs\": ", "\"features\": ", "steps:\n", "- run: |\n  ", "- script: ",
        "container:\n  options: ", "\uFEFF", "\uFFFC", "\0").Array[0, 30].Select(string.Concat);

    public static TheoryData<string> Names => ["a.sh", "Makefile", ".github/workflows/a.yml", "azure-pipelines.yml", ".gitlab-ci.yml", "launchSettings.json", "devcontainer.json", "a.container", "a.service", "docker-bake.hcl", "docker-bake.json"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Any_text_is_read_and_findings_lie_in_it(string name)
    {
        var format = CarrierFormats.Of(name)!.Value;
        var rules = new RuleSelection(new SeverityResolver(EditorConfigSet.Empty, RuleMode.All, "/repository"), []);
        Text.Sample(
            text =>
            {
                var source = SourceText.From(name, text);
                foreach (var reported in new TextScan(rules, useSuppressions: true).Run([new InputText(source, format)], TestContext.Current.CancellationToken))
                {
                    Assert.NotEqual("HB0007", reported.Finding.Rule.Id);
                    Assert.True(reported.Finding.Location.Span.Start >= 0 && reported.Finding.Location.Span.End <= source.Length);
                    Assert.Same(source, reported.Finding.Location.Source);
                }
            },
            iter: 2_000);
    }

    [Fact]
    public void Deep_nesting_ends()
    {
        var file = HclFile.Parse(SourceText.From("docker-bake.hcl", "target \"a\" { args = " + new string('[', 100_000) + new string('{', 100_000)));
        Assert.InRange(file.Blocks.Length, 0, 1);
    }
}
