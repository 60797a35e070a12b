using HardenBuild.Rules;

namespace HardenBuild.Configuration;

/// <summary>The keys that .NET analyzers and this product share, all in lower case.</summary>
internal static class ConfigurationKeys
{
    public const string DiagnosticPrefix = "dotnet_diagnostic.";
    public const string SeveritySuffix = ".severity";
    public const string CategoryPrefix = "dotnet_analyzer_diagnostic.category-";
    public const string All = "dotnet_analyzer_diagnostic.severity";
    public const string OptionPrefix = "hardenbuild.";
    public const string RequireSuppressionReason = "hardenbuild.require_suppression_reason";
    public const string PeerSuppressions = "hardenbuild.peer_suppressions";
    public const string Unsuppressible = "hardenbuild.unsuppressible";

    private static readonly string[] s_categories =
        [.. CategoryNames().Select(name => CategoryPrefix + OptionPrefix + name + SeveritySuffix)];

    public static string Category(RuleCategory category) => s_categories[(int)category];

    /// <summary>The id between <c>dotnet_diagnostic.</c> and <c>.severity</c>, in lower case.</summary>
    public static string? DiagnosticId(string key) =>
        key.Length >= DiagnosticPrefix.Length + SeveritySuffix.Length
        && key.StartsWith(DiagnosticPrefix, StringComparison.Ordinal)
        && key.EndsWith(SeveritySuffix, StringComparison.Ordinal)
            ? key.Substring(DiagnosticPrefix.Length, key.Length - DiagnosticPrefix.Length - SeveritySuffix.Length)
            : null;

    // In the order of RuleCategory's values.
    private static string[] CategoryNames() => ["tool", "dockerfile", "compose", "kubernetes", "cluster", "helm", "daemon", "dotnet", "crossfile"];
}
