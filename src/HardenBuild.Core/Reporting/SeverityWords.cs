using HardenBuild.Rules;

namespace HardenBuild.Reporting;

/// <summary>Names of severities as <c>.editorconfig</c> writes them.</summary>
public static class SeverityWords
{
    public static string ToWord(this RuleSeverity severity) => severity switch
    {
        RuleSeverity.Error => "error",
        RuleSeverity.Warning => "warning",
        RuleSeverity.Suggestion => "suggestion",
        RuleSeverity.Silent => "silent",
        _ => "none",
    };
}
