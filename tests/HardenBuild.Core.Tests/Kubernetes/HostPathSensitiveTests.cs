using HardenBuild.Core.Tests.Rules;
using HardenBuild.Rules;
using HardenBuild.Rules.Kubernetes;
using HardenBuild.Rules.Kubernetes.Storage;

namespace HardenBuild.Core.Tests.Kubernetes;

public sealed class HostPathSensitiveTests
{
    [Theory]
    [InlineData("volumes:\n- name: v\n  hostPath:\n    path: [|/etc/|]\n")]
    [InlineData("volumes:\n- name: v\n  hostPath:\n    path: [|/etc/kubernetes/pki|]\n")]
    [InlineData("volumes:\n- name: v\n  hostPath:\n    path: [|/|]\n")]
    [InlineData("volumes:\n- name: v\n  hostPath:\n    path: [|/var|]\n")]
    [InlineData("volumes:\n- name: v\n  hostPath:\n    path: [|/srv/../root|]\n")]
    [InlineData("volumes:\n- name: v\n  hostPath:\n    path: [|'C:\\Windows'|]\n")]
    public void Reports_on_a_pod(string marked) => RuleVerifier.Verify<HostPathSensitive>("deployment.yaml", Manifests.PodWithContainer(marked));

    [Theory]
    [InlineData("containers:\n- name: a\n  volumeMounts:\n  - {name: v, mountPath: {|#0:/host|}, readOnly: true}\nvolumes:\n- {name: v, hostPath: {path: [|/proc|]}}\n")]
    public void Reports_in_a_pod(string marked) => RuleVerifier.Verify<HostPathSensitive>("deployment.yaml", Manifests.Pod(marked));

    [Theory]
    [InlineData("volumes:\n- name: v\n  hostPath:\n    path: [|/root|]\n")]
    public void Reports_in_a_cron_job(string marked) => RuleVerifier.Verify<HostPathSensitive>("deployment.yaml", Manifests.CronJob(marked));

    [Theory]
    [InlineData("volumes:\n- name: v\n  hostPath:\n    path: /srv/data\n")]
    [InlineData("volumes:\n- name: v\n  hostPath:\n    path: '{{ x }}'\n")]
    [InlineData("volumes:\n- name: v\n  hostPath:\n    path: [/etc]\n")]
    [InlineData("volumes:\n- name: v\n  hostPath:\n    path: \n")]
    [InlineData("volumes:\n- {name: v, emptyDir: {}}\n")]
    public void Accepts_on_a_pod(string text) => RuleVerifier.Verify<HostPathSensitive>("deployment.yaml", Manifests.PodWithContainer(text));

    [Theory]
    [InlineData("/etc", "", RuleSeverity.Suggestion)]
    [InlineData("/etc", "volumeMounts: [{name: v, mountPath: /x, readOnly: true}]", RuleSeverity.Error)]
    [InlineData("/etc", "volumeMounts: '{{ x }}'", RuleSeverity.Error)]
    [InlineData("/etc", "volumeMounts: [{name: '{{ x }}', mountPath: /x}]", RuleSeverity.Error)]
    [InlineData("/etc/localtime", "volumeMounts: [{name: v, mountPath: /etc/localtime, readOnly: true}]", RuleSeverity.Suggestion)]
    [InlineData("/etc/ssl/certs", "volumeMounts: [{name: v, mountPath: /etc/ssl/certs}]", RuleSeverity.Warning)]
    [InlineData("/dev/shm", "", RuleSeverity.Suggestion)]
    public void Is_as_loud_as_the_mount_is_dangerous(string path, string mounts, RuleSeverity expected)
    {
        var text = Manifests.Pod($"containers: [{{name: a, {mounts}}}]\nvolumes: [{{name: v, hostPath: {{path: {path}}}}}]\n");

        Assert.Equal(expected, Assert.Single(RuleVerifier.Scan(RuleCatalog.All.OfType<HostPathSensitive>().Single(), [("pod.yaml", text)])).AtMost);
    }
}
