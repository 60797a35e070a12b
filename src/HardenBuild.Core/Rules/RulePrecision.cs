namespace HardenBuild.Rules;

/// <summary>How often a finding of the rule is true: heuristics on names are <see cref="Low"/> or <see cref="Medium"/>.</summary>
public enum RulePrecision
{
    Low,
    Medium,
    High,
    VeryHigh,
}
