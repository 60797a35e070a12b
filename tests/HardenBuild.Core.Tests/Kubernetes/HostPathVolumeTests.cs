using HardenBuild.Core.Tests.Rules;
using HardenBuild.Rules.Kubernetes;
using HardenBuild.Rules.Kubernetes.Storage;

namespace HardenBuild.Core.Tests.Kubernetes;

public sealed class HostPathVolumeTests
{
    [Theory]
    [InlineData("volumes:\n- name: v\n  hostPath:\n    path: [|/srv|]\n")]
    [InlineData("volumes:\n- name: v\n  hostPath:\n    path: [|\"/srv\"|]\n")]
    [InlineData("volumes:\n- name: v\n  hostPath:\n    path: [|'{{ x }}'|]\n")]
    [InlineData("volumes:\n- name: v\n  [|hostPath|]: {type: Directory}\n")]
    public void Reports_on_a_pod(string marked) => RuleVerifier.Verify<HostPathVolume>("deployment.yaml", Manifests.PodWithContainer(marked));

    [Theory]
    [InlineData("containers:\n- name: a\n  volumeMounts:\n  - {name: v, mountPath: {|#0:/a|}}\n  - {name: w, mountPath: /b}\ninitContainers:\n- name: i\n  volumeMounts:\n  - {name: v, mountPath: {|#1:/c|}}\nvolumes:\n- {name: v, hostPath: {path: [|/srv|]}}\n- {name: w, emptyDir: {}}\n")]
    public void Reports_in_a_pod(string marked) => RuleVerifier.Verify<HostPathVolume>("deployment.yaml", Manifests.Pod(marked));

    [Theory]
    [InlineData("volumes:\n- name: v\n  hostPath:\n    path: [|/srv|]\n")]
    public void Reports_in_a_cron_job(string marked) => RuleVerifier.Verify<HostPathVolume>("deployment.yaml", Manifests.CronJob(marked));

    [Theory]
    [InlineData("volumes:\n- {name: v, emptyDir: {}}\n- {name: w, persistentVolumeClaim: {claimName: c}}\n")]
    [InlineData("volumes:\n- {name: v, hostPath: }\n")]
    [InlineData("volumes: {hostPath: {path: /srv}}\n")]
    public void Accepts_on_a_pod(string text) => RuleVerifier.Verify<HostPathVolume>("deployment.yaml", Manifests.PodWithContainer(text));
}
