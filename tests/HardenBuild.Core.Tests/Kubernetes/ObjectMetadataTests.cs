using HardenBuild.Core.Tests.Rules;
using HardenBuild.Rules;
using HardenBuild.Rules.Kubernetes;
using HardenBuild.Rules.Kubernetes.Security;
using HardenBuild.Rules.Kubernetes.Storage;

namespace HardenBuild.Core.Tests.Kubernetes;

/// <summary>What namespaces and annotations change.</summary>
public sealed class ObjectMetadataTests
{
    [Theory]
    [InlineData("seccomp.security.alpha.kubernetes.io/pod: [|unconfined|]")]
    [InlineData("container.seccomp.security.alpha.kubernetes.io/web: [|unconfined|]")]
    public void Unconfined_seccomp_annotation_is_reported(string annotation) => Verify<SeccompUnconfined>(annotation);

    [Fact]
    public void Seccomp_field_wins_over_the_annotation_that_clusters_ignore() => RuleVerifier.Verify<SeccompUnconfined>(
        "pod.yaml",
        "apiVersion: v1\nkind: Pod\nmetadata: {annotations: {container.seccomp.security.alpha.kubernetes.io/web: unconfined}}\nspec:\n  securityContext: {seccompProfile: {type: RuntimeDefault}}\n  containers: [{name: web}]\n");

    [Theory]
    [InlineData("seccomp.security.alpha.kubernetes.io/pod: runtime/default")]
    [InlineData("container.seccomp.security.alpha.kubernetes.io/web: localhost/web.json")]
    [InlineData("container.seccomp.security.alpha.kubernetes.io/web: docker/default")]
    public void Seccomp_annotation_counts_as_a_profile(string annotation) => Verify<SeccompProfileMissing>(annotation);

    [Theory]
    [InlineData("container.apparmor.security.beta.kubernetes.io/web: [|unconfined|]")]
    [InlineData("container.apparmor.security.beta.kubernetes.io/web: [|none|]")]
    public void Apparmor_annotation_without_a_profile_is_reported(string annotation) => Verify<ApparmorDisabled>(annotation);

    [Theory]
    [InlineData("container.apparmor.security.beta.kubernetes.io/web: runtime/default")]
    [InlineData("container.apparmor.security.beta.kubernetes.io/web: localhost/web")]
    [InlineData("container.apparmor.security.beta.kubernetes.io/other: unconfined")]
    [InlineData("container.apparmor.security.beta.kubernetes.io/web: '{{ .Values.profile }}'")]
    public void Apparmor_annotation_with_a_profile_is_accepted(string annotation) => Verify<ApparmorDisabled>(annotation);

    [Fact]
    public void System_namespace_may_use_the_network_and_paths_of_the_node()
    {
        var text = "apiVersion: v1\nkind: Pod\nmetadata: {name: proxy, namespace: kube-system}\nspec:\n  hostNetwork: true\n  containers: [{name: a}]\n  volumes: [{name: v, hostPath: {path: /srv}}]\n";

        RuleVerifier.Verify<HostNetwork>("pod.yaml", text);
        RuleVerifier.Verify<HostPathVolume>("pod.yaml", text);
    }

    private static void Verify<TRule>(string annotation)
        where TRule : Rule => RuleVerifier.Verify<TRule>(
            "pod.yaml",
            $"apiVersion: v1\nkind: Pod\nmetadata:\n  annotations:\n    {annotation}\nspec:\n  containers: [{{name: web}}]\n");
}
