using System.Collections.Immutable;
using System.Text.Json;
using HardenBuild.Reporting;
using HardenBuild.Rules;
using HardenBuild.Tool.Reports;

namespace HardenBuild.Tool.Documentation;

/// <summary>The rules for scripts: ids, severities and the checks of other tools.</summary>
internal static class RuleListJson
{
    /// <summary>Tools whose checks are named; each is a key in every rule, with or without checks.</summary>
    public static ImmutableArray<string> Peers { get; } =
    [
        "hadolint", "trivy", "checkov", "kics", "kube-linter", "kube-score", "polaris", "kubeaudit", "kubesec", "kubescape",
        "buildkit", "dclint", "semgrep", "sonar", "dockle", "docker-scout", "shellcheck", "snyk",
    ];

    public static void Write(ImmutableArray<Rule> rules, TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartArray();
        foreach (var rule in rules)
            WriteRule(json, rule);
        json.WriteEndArray();
    });

    private static void WriteRule(Utf8JsonWriter json, Rule rule)
    {
        var metadata = rule.Metadata;
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        json.WriteString("name", metadata.Name);
        json.WriteString("title", metadata.Title);
        json.WriteStrings("catalogueSlugs", metadata.CatalogueSlugs);
        json.WriteString("category", RulePage.CategoryName(rule));
        json.WriteString("defaultSeverity", rule.DefaultSeverity.ToWord());
        json.WriteString("hardenedSeverity", rule.HardenedSeverity.ToWord());
        json.WriteString("securitySeverity", metadata.SecuritySeverity.ToString().ToLowerInvariant());
        json.WriteBoolean("fixable", false);
        WriteChecks(json, "aliases", metadata.Aliases);
        WriteChecks(json, "related", metadata.Related);
        json.WriteEndObject();
    }

    private static void WriteChecks(Utf8JsonWriter json, string name, ImmutableArray<string> checks)
    {
        var byPeer = checks.ToLookup(PeerOf, check => check[(check.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        json.WriteStartObject(name);
        foreach (var peer in Peers)
            json.WriteStrings(peer, byPeer[peer].Order(StringComparer.Ordinal));
        json.WriteEndObject();
    }

    /// <summary>The tool of a check, <c>hadolint</c> of <c>hadolint:DL3006</c>.</summary>
    public static string PeerOf(string check) => check[..Math.Max(0, check.IndexOf(':', StringComparison.Ordinal))];
}
