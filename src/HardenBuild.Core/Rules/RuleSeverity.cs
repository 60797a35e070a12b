namespace HardenBuild.Rules;

/// <summary>How loudly a finding is reported, in the words of <c>.editorconfig</c>.</summary>
public enum RuleSeverity
{
    /// <summary>The rule does not run.</summary>
    None,

    /// <summary>The rule runs and its findings are in machine-readable reports only.</summary>
    Silent,

    /// <summary>A message with code and location, never a warning.</summary>
    Suggestion,

    Warning,

    Error,
}
