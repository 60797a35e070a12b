using HardenBuild.Configuration;
using HardenBuild.Core.Tests.Text;
using HardenBuild.Rules;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Configuration;

public sealed class ConfigurationCheckTests
{
    private static readonly RuleIndex s_rules = new([new ProbeRule("HB1901", RuleSeverity.Warning), .. RuleCatalog.Tool]);

    [Theory]
    [InlineData("[*]\ndotnet_diagnostic.HB1901.severity = [|eror|]")]
    [InlineData("[*]\n[|dotnet_diagnostic.HB1901.severity|] = ")]
    [InlineData("[*]\ndotnet_diagnostic.[|HB9999|].severity = error")]
    [InlineData("[*]\n[|dotnet_diagnostic.HB1901.severty|] = error")]
    [InlineData("[*]\n[|dotnet_diagnostic.HB1901.severity error|]")]
    [InlineData("[*]\ndotnet_analyzer_diagnostic.severity = [|loud|]")]
    [InlineData("[*]\ndotnet_analyzer_diagnostic.category-HardenBuild.Dockerfile.severity = [|loud|]")]
    [InlineData("[*]\ndotnet_analyzer_diagnostic.category-[|HardenBuild.Docker|].severity = error")]
    [InlineData("[*]\nhardenbuild.[|allowed_registrys|] = a")]
    [InlineData("[*]\nhardenbuild.hb1901.[|allowed_registrys|] = a")]
    [InlineData("[*]\nhardenbuild.[|hb9999|].probe_option = a")]
    [InlineData("[*]\nhardenbuild.unsuppressible = HB1901, [|HB9999|]")]
    [InlineData("[*]\nhardenbuild.require_suppression_reason = [|yes|]")]
    [InlineData("root = true\n[|dotnet_diagnostic.HB1901.severity|] = none\n[*]\nk = v")]
    [InlineData("[[|*.{yml|]]\ndotnet_diagnostic.HB1901.severity = none")]
    [InlineData("is_global = true\n[[|*.yml|]]\ndotnet_diagnostic.HB1901.severity = none")]
    public void Reports_exactly(string text)
    {
        var marked = MarkedText.Parse(".editorconfig", text);

        var finding = Assert.Single(Check(marked.Text));

        Assert.Equal("HB0008", finding.Rule.Id);
        Assert.Equal(marked.Spans[0], finding.Location.Span);
        Assert.DoesNotContain("{", finding.Message.Replace("*.{yml", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[*]\ndotnet_diagnostic.hb1901.severity = Warning # reason")]
    [InlineData("[*]\ndotnet_diagnostic.HB1901.severity = suppress")]
    [InlineData("[*]\ndotnet_diagnostic.CA1000.severity = eror\ndotnet_diagnostic.HBX1.severity = eror")]
    [InlineData("[*]\nhardenbuild.probe_option = a\nhardenbuild.hb1901.probe_option = a")]
    [InlineData("[*]\nhardenbuild.unsuppressible = HB1901, Probe1901\nhardenbuild.require_suppression_reason = FALSE")]
    [InlineData("[*]\ndotnet_analyzer_diagnostic.category-HardenBuild.CrossFile.severity = error")]
    [InlineData("[*.{yml]\nindent_size = 2\nnonsense\n")]
    [InlineData("is_global = true\ndotnet_diagnostic.HB1901.severity = none\n[/r/a.yml]\ndotnet_diagnostic.HB1901.severity = none")]
    public void Accepts(string text) => Assert.Empty(Check(text));

    [Fact]
    public void Reports_global_configurations_that_contradict_each_other()
    {
        var set = EditorConfigSet.Create(
        [
            ("/r", SourceText.From("a.globalconfig", "is_global = true\ndotnet_diagnostic.HB1901.severity = error\n")),
            ("/r", SourceText.From("b.globalconfig", "is_global = true\ndotnet_diagnostic.HB1901.severity = none\n")),
        ]);

        Assert.Equal("b.globalconfig", Assert.Single(new ConfigurationCheck(s_rules).Check(set)).Location.Source.Path);
    }

    private static IEnumerable<Finding> Check(string text) =>
        new ConfigurationCheck(s_rules).Check(EditorConfigSet.Create([("/r", SourceText.From(".editorconfig", text))]));
}
