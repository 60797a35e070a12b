namespace HardenBuild.Model.Kubernetes.PodSecurity;

/// <summary>What the labels of a namespace ask of Pod Security Admission.</summary>
/// <remarks>Kubernetes documentation, Pod Security Admission, labels.</remarks>
internal sealed class NamespaceLevels
{
    private const string Prefix = "pod-security.kubernetes.io/";

    private NamespaceLevels(KubernetesObject @namespace)
    {
        Namespace = @namespace;
        var labels = @namespace.Labels;
        Enforce = labels.Text(Prefix + "enforce");
        EnforceVersion = labels.Text(Prefix + "enforce-version");
        Audit = labels.Text(Prefix + "audit");
        AuditVersion = labels.Text(Prefix + "audit-version");
        Warn = labels.Text(Prefix + "warn");
        WarnVersion = labels.Text(Prefix + "warn-version");
    }

    public KubernetesObject Namespace { get; }

    /// <summary>Pods below this level are refused.</summary>
    public Setting<string> Enforce { get; }

    public Setting<string> EnforceVersion { get; }

    /// <summary>Pods and workloads below this level are noted in the audit log.</summary>
    public Setting<string> Audit { get; }

    public Setting<string> AuditVersion { get; }

    /// <summary>Who applies a pod or a workload below this level is warned.</summary>
    public Setting<string> Warn { get; }

    public Setting<string> WarnVersion { get; }

    /// <summary>The labels are written in a way that says nothing about them.</summary>
    public bool IsUnknown => Namespace.Labels.IsUnknown;

    public bool IsAbsent => !IsUnknown && Enforce.IsAbsent && Audit.IsAbsent && Warn.IsAbsent;

    /// <summary>Null where no level, or none that exists, is enforced in so many words.</summary>
    public PodSecurityLevel? EnforcedLevel => Enforce.Known is { } known ? PodSecurityLevels.Parse(known.Value) : null;

    /// <summary>Null for an object that is no namespace.</summary>
    public static NamespaceLevels? Of(KubernetesObject manifest) =>
        manifest.Kind.Value == "Namespace" && manifest.ApiGroup.Length == 0 ? new NamespaceLevels(manifest) : null;
}
