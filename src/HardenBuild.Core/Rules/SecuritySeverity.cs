namespace HardenBuild.Rules;

/// <summary>How bad the consequence is, in the bands of code scanning; <see cref="None"/> marks a rule about correctness or style.</summary>
public enum SecuritySeverity
{
    None,
    Low,
    Medium,
    High,
    Critical,
}
