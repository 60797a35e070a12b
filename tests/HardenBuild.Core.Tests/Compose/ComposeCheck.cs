using HardenBuild.Configuration;
using HardenBuild.Core.Tests.Text;
using HardenBuild.Model.Compose;
using HardenBuild.Rules;
using HardenBuild.Scanning;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Compose;

/// <summary>Runs one rule on the text of Compose files and compares what it reports with the marks.</summary>
internal static class ComposeCheck
{
    /// <summary>The findings of a single file, which must be exactly at its marks.</summary>
    public static IReadOnlyList<Finding> Reports(ContainerOptionsRule rule, string marked, string path = "compose.yaml", string env = "") =>
        Reports(rule, [(path, marked)], env);

    /// <summary>The findings of an example of a rule, with the options that stand beside it.</summary>
    public static IReadOnlyList<Finding> Reports(ContainerOptionsRule rule, RuleExample example)
    {
        var settings = example.Beside.SingleOrDefault(beside => beside.FileName == ".editorconfig")?.Text ?? "";
        var configuration = EditorConfigSet.Create([("/repository", SourceText.From(".editorconfig", settings))]);
        var options = new RuleSelection(new SeverityResolver(configuration, RuleMode.All, "/repository"), []).For(example.FileName).Options;
        return Reports(rule, [(example.FileName, example.Text)], "", options);
    }

    public static ContainerOptionsRule Rule(string id) => RuleCatalog.Containers.Single(rule => rule.Id == id);

    /// <summary>The findings of a file and its overrides, which must be exactly at the marks of them all.</summary>
    public static IReadOnlyList<Finding> Reports(ContainerOptionsRule rule, (string Path, string Marked)[] files, string env = "", RuleOptions? options = null)
    {
        var texts = files.Select(file => MarkedText.Parse(file.Path, file.Marked)).ToList();
        var parsed = texts.Select(text => YamlFile.Parse(SourceText.From(text.Path, text.Text))).ToList();
        var project = ComposeProject.Create(parsed[0], parsed[1..], ComposeVariables.Parse(env), options);
        var findings = rule.Analyze(project.Containers).ToList();
        var expected = texts.SelectMany(text => text.Spans.Select(span => $"{text.Path}{span} '{text.Text.Substring(span.Start, span.Length)}'")).Order(StringComparer.Ordinal);
        var actual = findings.Select(finding => $"{finding.Location} '{finding.Location.Source.Substring(finding.Location.Span)}'").Order(StringComparer.Ordinal);
        Assert.Equal(expected, actual);
        Assert.All(findings, finding => Assert.DoesNotMatch(@"\{\d", finding.Message));
        return findings;
    }

    /// <summary>A service <c>web</c> with an image and the given lines, which are indented by it.</summary>
    public static string Web(string lines) => "services:\n  web:\n    image: example/web:1.2\n" + string.Concat(lines.Split('\n').Select(line => "    " + line + "\n"));
}
