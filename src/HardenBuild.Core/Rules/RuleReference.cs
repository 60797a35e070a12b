namespace HardenBuild.Rules;

/// <summary>A control of a published standard that a rule checks.</summary>
/// <param name="Framework">The standard's short name, <c>CWE</c> or <c>CIS Docker 1.6</c>.</param>
/// <param name="Control">The control's id in it, <c>250</c> or <c>5.4</c>.</param>
public readonly record struct RuleReference(string Framework, string Control)
{
    /// <summary>A weakness of the Common Weakness Enumeration.</summary>
    public static RuleReference Cwe(int id) => new("CWE", id.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>A control of the CIS Docker Benchmark v1.6.0.</summary>
    public static RuleReference CisDocker(string control) => new("CIS Docker 1.6", control);

    /// <summary>A control of the CIS Kubernetes Benchmark v1.12.</summary>
    public static RuleReference CisKubernetes(string control) => new("CIS Kubernetes 1.12", control);

    /// <summary>A control of dev-sec's Docker baseline.</summary>
    public static RuleReference DevSec(string control) => new("DevSec Docker", control);

    /// <summary>An item of the OWASP Docker Top 10, <c>D01</c> to <c>D10</c>.</summary>
    public static RuleReference OwaspDocker(string item) => new("OWASP Docker Top 10", item);

    /// <summary>An item of the OWASP Kubernetes Top 10 with its edition, <c>K01:2022</c>.</summary>
    public static RuleReference OwaspKubernetes(string item) => new("OWASP Kubernetes Top 10", item);

    /// <summary>A control of the Pod Security Standards, <c>baseline</c> or <c>restricted</c>.</summary>
    public static RuleReference PodSecurity(string level, string control) => new("Pod Security Standards " + level, control);

    public override string ToString() => Framework == "CWE" ? $"CWE-{Control}" : $"{Framework} {Control}";
}
