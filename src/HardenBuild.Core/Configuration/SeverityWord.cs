using HardenBuild.Rules;

namespace HardenBuild.Configuration;

/// <summary>The words for severities in configuration files.</summary>
internal static class SeverityWord
{
    /// <summary>The accepted words, for messages.</summary>
    public const string Accepted = "error, warning, suggestion, silent, none or default";

    /// <summary>Reads a severity in any case.</summary>
    /// <param name="severity">Null for <c>default</c>: what the mode says.</param>
    /// <remarks>
    /// Roslyn's words in <c>.editorconfig</c>, and those of its rule sets and command line (<c>warn</c>, <c>info</c>, <c>hidden</c>, <c>suppress</c>),
    /// which Roslyn itself refuses here.
    /// </remarks>
    public static bool TryParse(string word, out RuleSeverity? severity)
    {
        severity = word.ToLowerInvariant() switch
        {
            "error" => RuleSeverity.Error,
            "warning" or "warn" => RuleSeverity.Warning,
            "suggestion" or "info" => RuleSeverity.Suggestion,
            "silent" or "refactoring" or "hidden" => RuleSeverity.Silent,
            "none" or "suppress" => RuleSeverity.None,
            _ => null,
        };
        return severity is not null || word.Equals("default", StringComparison.OrdinalIgnoreCase);
    }
}
