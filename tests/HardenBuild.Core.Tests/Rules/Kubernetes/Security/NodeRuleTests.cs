using HardenBuild.Core.Tests.Kubernetes;
using HardenBuild.Rules;
using HardenBuild.Rules.Kubernetes.Security;

namespace HardenBuild.Core.Tests.Rules.Kubernetes.Security;

/// <summary>What a pod takes from its node, and what one operating system refuses.</summary>
public sealed class NodeRuleTests
{
    [Theory]
    [InlineData("containers:\n- name: a\n  ports: [{containerPort: 80, hostPort: [|80|]}, {containerPort: 81}]\ninitContainers:\n- name: i\n  ports: [{hostPort: [|82|]}]\n")]
    [InlineData("hostNetwork: true\ncontainers:\n- name: a\n  ports: [{containerPort: 80, hostPort: [|80|]}, {containerPort: 81}]\n")]
    [InlineData("containers:\n- name: a\n  ports: [{hostPort: 0}, {hostPort: '{{ x }}'}, text]\n")]
    public void Host_port(string marked) => Verify<HostPort>(Manifests.Pod(marked));

    [Fact]
    public void Host_port_on_every_node_is_a_suggestion()
    {
        var text = WorkloadKinds.Manifest("DaemonSet", "containers: [{name: a, ports: [{hostPort: 80}]}]\n");

        Assert.Equal(RuleSeverity.Suggestion, Assert.Single(Scan<HostPort>(text)).AtMost);
    }

    [Theory]
    [InlineData("livenessProbe: {httpGet: {host: [|10.0.0.1|], port: 80}}\nlifecycle: {preStop: {tcpSocket: {host: [|x|]}}}")]
    [InlineData("readinessProbe: {httpGet: {host: '', port: 80}}\nstartupProbe: {exec: {command: [x]}}")]
    [InlineData("readinessProbe: {{ x }}\nlifecycle: text")]
    public void Probe_host(string fields) => Verify<ProbeOrLifecycleHostSet>(Manifests.Container(fields));

    [Theory]
    [InlineData("hostNetwork: true\n", RuleSeverity.Suggestion)]
    [InlineData("", RuleSeverity.Error)]
    public void Probe_of_the_own_node_is_a_suggestion(string fields, RuleSeverity expected) => Assert.Equal(
        expected,
        Assert.Single(Scan<ProbeOrLifecycleHostSet>(Manifests.Pod(fields + "containers: [{name: a, livenessProbe: {httpGet: {host: 127.0.0.1}}}]\n"))).AtMost);

    [Theory]
    [InlineData("shareProcessNamespace: [|true|]")]
    [InlineData("shareProcessNamespace: false")]
    [InlineData("shareProcessNamespace: '{{ x }}'")]
    public void Shared_processes(string marked) => Verify<ShareProcessNamespace>(Manifests.PodWithContainer(marked + "\n"));

    [Theory]
    [InlineData("hostUsers: [|true|]")]
    [InlineData("hostUsers: [|\"no\"|]")]
    [InlineData("hostUsers: false")]
    [InlineData("hostUsers: '{{ x }}'")]
    [InlineData("hostUsers: true\nhostPID: true")]
    [InlineData("hostUsers: true\nos: {name: windows}")]
    public void Host_users(string marked) => Verify<HostUsersNamespaceNotIsolated>(Manifests.PodWithContainer(marked + "\n"));

    [Fact]
    public void Host_users_are_the_default() => Verify<HostUsersNamespaceNotIsolated>(Manifests.Container("").Replace("name: shop", "name: [|shop|]", StringComparison.Ordinal));

    [Theory]
    [InlineData("securityContext: {windowsOptions: {hostProcess: [|true|]}}\ncontainers: [{name: a}, {name: b}]\n")]
    [InlineData("containers: [{name: a, securityContext: {windowsOptions: {hostProcess: [|true|]}}}]\n")]
    [InlineData("containers: [{name: a, securityContext: {windowsOptions: {hostProcess: false}}}]\n")]
    public void Host_process(string marked) => Verify<WindowsHostProcess>(Manifests.Pod(marked));

    [Theory]
    [InlineData("os: {name: windows}\n[|hostUsers|]: false\nsecurityContext: {{|#0:fsGroup|}: 1, runAsNonRoot: true}\ncontainers: [{name: a, securityContext: {{|#1:capabilities|}: {}}}]\n")]
    [InlineData("os: {name: windows}\n[|hostPID|]: true\ncontainers: [{name: a}]\n")]
    [InlineData("os: {name: windows}\nhostPID: false\ncontainers: [{name: a, securityContext: {privileged: , windowsOptions: {}}}]\n")]
    [InlineData("os: {name: linux}\ncontainers: [{name: a, securityContext: {[|windowsOptions|]: {}}}]\n")]
    [InlineData("nodeSelector: {kubernetes.io/os: windows}\nhostUsers: false\ncontainers: [{name: a}]\n")]
    [InlineData("os: {name: '{{ x }}'}\nhostUsers: false\ncontainers: [{name: a}]\n")]
    [InlineData("os: {name: windows}\nsecurityContext: {{ x }}\ncontainers: [{name: a, securityContext: '${X}'}]\n")]
    public void Fields_of_the_other_system(string marked) => Verify<WindowsPodWithLinuxOnlyField>(Manifests.Pod(marked));

    [Theory]
    [InlineData("command: [[|sudo|], app]")]
    [InlineData("command: [[|/usr/bin/sudo|], -E, app]")]
    [InlineData("command: [sh, -c, [|cd /x && sudo app|]]")]
    [InlineData("command: [/bin/bash, -ec]\nargs: [[|\"sudo -u root app\"|]]")]
    [InlineData("command: [app, sudo, --sudo-user]")]
    [InlineData("command: [sh, -c, echo sudo; pseudo x]")]
    [InlineData("args: [sudo]")]
    [InlineData("command: '{{ x }}'")]
    public void Sudo(string marked) => Verify<SudoInEntrypoint>(Manifests.Container(marked));

    [Theory]
    [InlineData("[|ephemeralContainers|]: [{name: debug}]")]
    [InlineData("ephemeralContainers: []")]
    [InlineData("ephemeralContainers:")]
    public void Ephemeral_containers(string marked) => Verify<EphemeralContainerInManifest>(Manifests.PodWithContainer(marked + "\n"));

    [Fact]
    public void Ephemeral_containers_of_a_running_pod_are_no_manifest() =>
        Verify<EphemeralContainerInManifest>(Manifests.PodWithContainer("ephemeralContainers: [{name: debug}]\n") + "status: {phase: Running}\n");

    [Theory]
    [InlineData("containers:\n- name: [|a|]\n- name: b\n  securityContext: {privileged: false}\n- name: {|#0:c|}\n")]
    [InlineData("os: {name: windows}\ncontainers:\n- name: a\n")]
    public void Privileged_left_to_its_default(string marked) => Verify<ContainerPrivilegedNotExplicit>(Manifests.Pod(marked));

    private static List<Finding> Scan<TRule>(string text)
        where TRule : Rule => RuleVerifier.Scan(RuleCatalog.All.OfType<TRule>().Single(), [("deployment.yaml", text)]);

    private static void Verify<TRule>(string marked)
        where TRule : Rule => RuleVerifier.Verify<TRule>("deployment.yaml", marked);
}
