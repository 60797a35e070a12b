using HardenBuild.Core.Tests.Rules;
using HardenBuild.Rules.Kubernetes;
using HardenBuild.Rules.Kubernetes.Storage;

namespace HardenBuild.Core.Tests.Kubernetes;

public sealed class ContainerRuntimeSocketMountedTests
{
    [Theory]
    [InlineData("volumes:\n- name: v\n  hostPath:\n    path: [|/var/run/docker.sock|]\n")]
    [InlineData("volumes:\n- name: v\n  hostPath:\n    path: [|/run/containerd/containerd.sock|]\n")]
    [InlineData("volumes:\n- name: v\n  hostPath:\n    path: [|/var/run/|]\n")]
    [InlineData("volumes:\n- name: v\n  hostPath:\n    path: [|/run/crio/crio.sock|]\n")]
    [InlineData("volumes:\n- name: v\n  hostPath:\n    path: [|\"//./pipe/docker_engine\"|]\n")]
    public void Reports_on_a_pod(string marked) => RuleVerifier.Verify<ContainerRuntimeSocketMounted>("deployment.yaml", Manifests.PodWithContainer(marked));

    [Theory]
    [InlineData("containers:\n- name: a\n  volumeMounts:\n  - {name: s, mountPath: {|#0:/var/run/docker.sock|}}\nvolumes:\n- {name: s, hostPath: {path: [|/var/run/docker.sock|]}}\n")]
    public void Reports_in_a_pod(string marked) => RuleVerifier.Verify<ContainerRuntimeSocketMounted>("deployment.yaml", Manifests.Pod(marked));

    [Theory]
    [InlineData("volumes:\n- name: v\n  hostPath:\n    path: [|/run/podman/podman.sock|]\n")]
    public void Reports_in_a_cron_job(string marked) => RuleVerifier.Verify<ContainerRuntimeSocketMounted>("deployment.yaml", Manifests.CronJob(marked));

    [Theory]
    [InlineData("volumes:\n- name: v\n  hostPath:\n    path: /run/udev\n")]
    [InlineData("volumes:\n- name: v\n  hostPath:\n    path: /var/run/mysqld\n")]
    [InlineData("volumes:\n- name: v\n  hostPath:\n    path: /srv/docker.socket\n")]
    [InlineData("volumes:\n- name: v\n  hostPath:\n    path: ${SOCKET}\n")]
    [InlineData("volumes:\n- {name: docker.sock, emptyDir: {}}\n")]
    public void Accepts_on_a_pod(string text) => RuleVerifier.Verify<ContainerRuntimeSocketMounted>("deployment.yaml", Manifests.PodWithContainer(text));
}
