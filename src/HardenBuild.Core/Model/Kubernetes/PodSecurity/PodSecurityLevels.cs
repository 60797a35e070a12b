namespace HardenBuild.Model.Kubernetes.PodSecurity;

/// <summary>The levels in the words of labels and options.</summary>
internal static class PodSecurityLevels
{
    /// <summary>Null for a word that is no level.</summary>
    public static PodSecurityLevel? Parse(string word) => word switch
    {
        "privileged" => PodSecurityLevel.Privileged,
        "baseline" => PodSecurityLevel.Baseline,
        "restricted" => PodSecurityLevel.Restricted,
        _ => null,
    };

    public static string Word(PodSecurityLevel level) => level switch
    {
        PodSecurityLevel.Restricted => "restricted",
        PodSecurityLevel.Baseline => "baseline",
        _ => "privileged",
    };
}
