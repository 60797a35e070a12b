using HardenBuild.Core.Tests.Rules;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Rules;
using HardenBuild.Rules.Kubernetes.Apis;

namespace HardenBuild.Core.Tests.Kubernetes;

public sealed class RemovedApiVersionTests
{
    [Theory]
    [InlineData("apiVersion: [|policy/v1beta1|]\nkind: PodSecurityPolicy\n")]
    [InlineData("apiVersion: [|extensions/v1beta1|]\nkind: PodSecurityPolicy\n")]
    [InlineData("kind: Ingress\napiVersion: \"[|extensions/v1beta1|]\"\n")]
    [InlineData("apiVersion: [|rbac.authorization.k8s.io/v1beta1|]\nkind: ClusterRole\n")]
    [InlineData("apiVersion: v1\nkind: List\nitems:\n- apiVersion: [|batch/v1beta1|]\n  kind: CronJob\n")]
    [InlineData("apiVersion: [|storage.k8s.io/v1beta1|]\nkind: CSIStorageCapacity\n")]
    public void Reports(string marked) => RuleVerifier.Verify<RemovedApiVersion>("policy.yaml", marked.Replace("\"[|", "[|\"", StringComparison.Ordinal).Replace("|]\"", "\"|]", StringComparison.Ordinal));

    [Theory]
    [InlineData("apiVersion: policy/v1\nkind: PodDisruptionBudget\n")]
    [InlineData("apiVersion: policy/v1beta1\nkind: Eviction\n")]
    [InlineData("apiVersion: example.policy/v1beta1\nkind: PodSecurityPolicy\n")]
    [InlineData("apiVersion: storage.k8s.io/v1beta1\nkind: VolumeAttributesClass\n")]
    [InlineData("apiVersion: '{{ .Capabilities }}'\nkind: Ingress\n")]
    [InlineData("apiVersion: [policy/v1beta1]\nkind: PodSecurityPolicy\n")]
    [InlineData("apiVersion: policy/v1beta1\n")]
    public void Accepts(string text) => Assert.Empty(RuleVerifier.Scan(RuleCatalog.Manifest.OfType<RemovedApiVersion>().Single(), [("policy.yaml", text)]));

    // Kubernetes documentation, Deprecated API Migration Guide, and the declared life cycle of later and of alpha versions.
    [Theory]
    [InlineData("1.16", "extensions/v1beta1", "Deployment DaemonSet ReplicaSet NetworkPolicy PodSecurityPolicy")]
    [InlineData("1.16", "apps/v1beta1", "Deployment StatefulSet ControllerRevision")]
    [InlineData("1.16", "apps/v1beta2", "Deployment StatefulSet DaemonSet ReplicaSet ControllerRevision")]
    [InlineData("1.21", "batch/v2alpha1", "CronJob")]
    [InlineData("1.22", "extensions/v1beta1", "Ingress")]
    [InlineData("1.22", "networking.k8s.io/v1beta1", "Ingress IngressClass")]
    [InlineData("1.22", "admissionregistration.k8s.io/v1beta1", "MutatingWebhookConfiguration ValidatingWebhookConfiguration")]
    [InlineData("1.22", "apiextensions.k8s.io/v1beta1", "CustomResourceDefinition")]
    [InlineData("1.22", "apiregistration.k8s.io/v1beta1", "APIService")]
    [InlineData("1.22", "authentication.k8s.io/v1beta1", "TokenReview")]
    [InlineData("1.22", "authorization.k8s.io/v1beta1", "SubjectAccessReview LocalSubjectAccessReview SelfSubjectAccessReview SelfSubjectRulesReview")]
    [InlineData("1.22", "certificates.k8s.io/v1beta1", "CertificateSigningRequest")]
    [InlineData("1.22", "coordination.k8s.io/v1beta1", "Lease")]
    [InlineData("1.22", "rbac.authorization.k8s.io/v1beta1", "Role RoleBinding ClusterRole ClusterRoleBinding")]
    [InlineData("1.22", "scheduling.k8s.io/v1beta1", "PriorityClass")]
    [InlineData("1.22", "storage.k8s.io/v1beta1", "CSIDriver CSINode StorageClass VolumeAttachment")]
    [InlineData("1.22", "kubeadm.k8s.io/v1beta1", "ClusterConfiguration InitConfiguration JoinConfiguration")]
    [InlineData("1.23", "rbac.authorization.k8s.io/v1alpha1", "Role RoleBinding ClusterRole ClusterRoleBinding")]
    [InlineData("1.23", "scheduling.k8s.io/v1alpha1", "PriorityClass")]
    [InlineData("1.24", "storage.k8s.io/v1alpha1", "VolumeAttachment CSIStorageCapacity")]
    [InlineData("1.25", "batch/v1beta1", "CronJob")]
    [InlineData("1.25", "discovery.k8s.io/v1beta1", "EndpointSlice")]
    [InlineData("1.25", "events.k8s.io/v1beta1", "Event")]
    [InlineData("1.25", "autoscaling/v2beta1", "HorizontalPodAutoscaler")]
    [InlineData("1.25", "policy/v1beta1", "PodDisruptionBudget PodSecurityPolicy")]
    [InlineData("1.25", "node.k8s.io/v1beta1", "RuntimeClass")]
    [InlineData("1.26", "flowcontrol.apiserver.k8s.io/v1beta1", "FlowSchema PriorityLevelConfiguration")]
    [InlineData("1.26", "autoscaling/v2beta2", "HorizontalPodAutoscaler")]
    [InlineData("1.27", "storage.k8s.io/v1beta1", "CSIStorageCapacity")]
    [InlineData("1.27", "kubeadm.k8s.io/v1beta2", "ClusterConfiguration InitConfiguration JoinConfiguration")]
    [InlineData("1.27", "resource.k8s.io/v1alpha1", "ResourceClaim ResourceClaimTemplate ResourceClass PodScheduling")]
    [InlineData("1.29", "flowcontrol.apiserver.k8s.io/v1beta2", "FlowSchema PriorityLevelConfiguration")]
    [InlineData("1.31", "resource.k8s.io/v1alpha2", "ResourceClaim ResourceClaimTemplate ResourceClass PodSchedulingContext ResourceSlice")]
    [InlineData("1.32", "flowcontrol.apiserver.k8s.io/v1beta3", "FlowSchema PriorityLevelConfiguration")]
    [InlineData("1.32", "admissionregistration.k8s.io/v1alpha1", "ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding")]
    [InlineData("1.32", "authentication.k8s.io/v1alpha1", "SelfSubjectReview")]
    [InlineData("1.32", "coordination.k8s.io/v1alpha1", "LeaseCandidate")]
    [InlineData("1.32", "resource.k8s.io/v1alpha3", "PodSchedulingContext")]
    [InlineData("1.33", "authentication.k8s.io/v1beta1", "SelfSubjectReview")]
    [InlineData("1.34", "admissionregistration.k8s.io/v1beta1", "ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding")]
    public void Is_removed_in(string version, string apiVersion, string kinds)
    {
        var before = new KubernetesVersion(KubernetesVersion.Parse(version)!.Value.Minor - 1);
        foreach (var kind in kinds.Split(' '))
        {
            var text = $"apiVersion: {apiVersion}\nkind: {kind}\n";

            Assert.Equal(["HB3156"], Ids(text, null));
            Assert.Equal(["HB3156"], Ids(text, KubernetesVersion.Parse(version)));
            Assert.Equal(["HB3157"], Ids(text, before));
        }
    }

    [Theory]
    [InlineData("1.31", "kubeadm.k8s.io/v1beta3", "ClusterConfiguration")]
    [InlineData("1.33", "v1", "Endpoints")]
    [InlineData("1.33", "networking.k8s.io/v1beta1", "IPAddress")]
    [InlineData("1.34", "storage.k8s.io/v1beta1", "VolumeAttributesClass")]
    [InlineData("1.34", "resource.k8s.io/v1beta2", "ResourceClaim")]
    public void Is_deprecated_since(string version, string apiVersion, string kind)
    {
        var text = $"apiVersion: {apiVersion}\nkind: {kind}\n";

        Assert.Equal(["HB3157"], Ids(text, null));
        Assert.Equal(["HB3157"], Ids(text, KubernetesVersion.Parse(version)));
        Assert.Empty(Ids(text, new KubernetesVersion(KubernetesVersion.Parse(version)!.Value.Minor - 1)));
    }

    private static IEnumerable<string> Ids(string text, KubernetesVersion? version) =>
        ManifestScan.Run(text, ["HB3156", "HB3157"], cluster: new ClusterTarget(null, version)).Select(static finding => finding.Finding.Rule.Id);

    [Theory]
    [InlineData("policy/v1beta1", "PodSecurityPolicy", "Kubernetes 1.25 and later refuse 'PodSecurityPolicy' of 'policy/v1beta1'; label the namespaces with 'pod-security.kubernetes.io/enforce' instead")]
    [InlineData("apps/v1beta2", "Deployment", "Kubernetes 1.16 and later refuse 'Deployment' of 'apps/v1beta2'; use 'apps/v1' and check the fields that changed")]
    public void Says_what_to_do(string apiVersion, string kind, string message) =>
        Assert.Equal(message, Assert.Single(RuleVerifier.Scan(RuleCatalog.Manifest.OfType<RemovedApiVersion>().Single(), [("policy.yaml", $"apiVersion: {apiVersion}\nkind: {kind}\n")])).Message);
}
