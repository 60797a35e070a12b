using HardenBuild.Core.Tests.Rules;
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

    [Theory]
    [InlineData("policy/v1beta1", "PodSecurityPolicy", "Kubernetes 1.25 and later refuse 'PodSecurityPolicy' of 'policy/v1beta1'; label the namespaces with 'pod-security.kubernetes.io/enforce' instead")]
    [InlineData("apps/v1beta2", "Deployment", "Kubernetes 1.16 and later refuse 'Deployment' of 'apps/v1beta2'; use 'apps/v1' and check the fields that changed")]
    public void Says_what_to_do(string apiVersion, string kind, string message) =>
        Assert.Equal(message, Assert.Single(RuleVerifier.Scan(RuleCatalog.Manifest.OfType<RemovedApiVersion>().Single(), [("policy.yaml", $"apiVersion: {apiVersion}\nkind: {kind}\n")])).Message);
}
