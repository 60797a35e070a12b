using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Model.Kubernetes.PodSecurity;

/// <summary>Objects that decide which pods a cluster admits, beside the labels of namespaces.</summary>
internal static class AdmissionPolicies
{
    /// <summary>The set holds policies of an engine that takes the place of Pod Security Admission, or the cluster's own defaults for it.</summary>
    public static bool DecideElsewhere(ManifestSet set)
    {
        foreach (var manifest in set.Objects)
        {
            if (manifest.ApiGroup is "kyverno.io" or "policies.kyverno.io" or "templates.gatekeeper.sh" or "constraints.gatekeeper.sh" or "policies.kubewarden.io"
                || (manifest.ApiGroup == "apiserver.config.k8s.io" && manifest.Kind.Value == "AdmissionConfiguration"))
                return true;
        }

        return false;
    }

    /// <summary>The set holds anything that can refuse a pod.</summary>
    public static bool Exist(ManifestSet set) =>
        DecideElsewhere(set)
        || set.OfKind("admissionregistration.k8s.io", "ValidatingAdmissionPolicy").Count > 0
        || set.OfKind("admissionregistration.k8s.io", "ValidatingWebhookConfiguration").Count > 0
        || set.OfKind("admissionregistration.k8s.io", "MutatingWebhookConfiguration").Count > 0
        || set.OfKind("policy", "PodSecurityPolicy").Count > 0
        || set.OfKind("security.openshift.io", "SecurityContextConstraints").Count > 0;
}
