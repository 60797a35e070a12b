namespace HardenBuild.Rules;

/// <summary>Which of a rule's severities holds where nothing else is configured.</summary>
public enum RuleMode
{
    /// <summary>No rule runs unless it is named.</summary>
    None,

    /// <summary>Severities for every team.</summary>
    Default,

    /// <summary>Severities for teams that harden production: limits, read-only file systems, dropped capabilities.</summary>
    Hardened,

    /// <summary>Every rule; those that are off otherwise report suggestions.</summary>
    All,
}
