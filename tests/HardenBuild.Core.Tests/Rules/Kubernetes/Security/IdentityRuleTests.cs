using HardenBuild.Core.Tests.Kubernetes;
using HardenBuild.Rules;
using HardenBuild.Rules.Kubernetes.Security;

namespace HardenBuild.Core.Tests.Rules.Kubernetes.Security;

/// <summary>Users and groups.</summary>
public sealed class IdentityRuleTests
{
    [Theory]
    [InlineData("securityContext: {runAsNonRoot: {|#0:true|}}\ncontainers:\n- name: a\n  securityContext: {runAsUser: [|0|]}\n")]
    [InlineData("securityContext: {runAsUser: [|0|]}\ncontainers:\n- name: a\n  securityContext: {runAsNonRoot: true}\n- name: b\n")]
    [InlineData("securityContext: {runAsUser: 0}\ncontainers:\n- name: a\n  securityContext: {runAsNonRoot: true, runAsUser: 5}\n")]
    [InlineData("securityContext: {runAsNonRoot: true}\ncontainers:\n- name: a\n  securityContext: {runAsNonRoot: false, runAsUser: 0}\n")]
    [InlineData("securityContext: {runAsNonRoot: true}\ncontainers:\n- name: a\n  securityContext: {runAsUser: '${USER}'}\n")]
    public void Contradiction(string marked) => Verify<RunAsNonRootContradictsRootUid>(Manifests.Pod(marked));

    [Theory]
    [InlineData("runAsUser: [|33|]")]
    [InlineData("runAsUser: [|999999999999|]", "hardenbuild.minimum_uid = 9999999999999")]
    [InlineData("runAsUser: [|1000|]", "hardenbuild.hb3008.minimum_uid = 10000")]
    [InlineData("runAsUser: [|5|]", "hardenbuild.minimum_uid = many")]
    [InlineData("runAsUser: 0")]
    [InlineData("runAsUser: 101")]
    [InlineData("runAsUser: 1000")]
    [InlineData("runAsNonRoot: true")]
    [InlineData("runAsUser: 5", "hardenbuild.minimum_uid = 1")]
    public void Low_user(string context, string setting = "") => RuleVerifier.Verify<RunAsLowUid>(
        (".editorconfig", $"[*]\n{setting}\n"), ("deployment.yaml", Manifests.SecurityContext(context)));

    [Theory]
    [InlineData("hostUsers: false\n")]
    [InlineData("os: {name: windows}\n")]
    public void Numbers_of_users_mean_nothing_on_the_node_here(string fields)
    {
        var text = Manifests.PodWithContainer(fields + "securityContext: {runAsUser: 5, runAsGroup: 5}\n");
        Verify<RunAsLowUid>(text);
        Verify<RunAsLowGid>(text);
        Verify<RunAsHighUidNotSet>(text);
    }

    [Theory]
    [InlineData("containers:\n- name: [|a|]\n- name: b\n  securityContext: {runAsGroup: 10001}\n- name: {|#0:c|}\n")]
    [InlineData("securityContext: {runAsGroup: [|10000|]}\ncontainers:\n- name: a\n- name: b\n")]
    [InlineData("securityContext: {runAsGroup: 20000}\ncontainers:\n- name: a\n")]
    [InlineData("securityContext: {runAsGroup: '{{ x }}'}\ncontainers:\n- name: a\n")]
    public void Low_group(string marked) => Verify<RunAsLowGid>(Manifests.Pod(marked));

    [Theory]
    [InlineData("containers:\n- name: [|a|]\n- name: b\n  securityContext: {runAsUser: 10000}\n")]
    [InlineData("securityContext: {runAsUser: [|0|]}\ncontainers:\n- name: a\n")]
    [InlineData("securityContext: {runAsUser: {{ x }}}\ncontainers:\n- name: a\n")]
    public void High_user(string marked) => Verify<RunAsHighUidNotSet>(Manifests.Pod(marked));

    [Theory]
    [InlineData("securityContext: {runAsGroup: [|0|]}\ncontainers:\n- name: a\n")]
    [InlineData("securityContext: {runAsGroup: [|0|]}\ncontainers: []\n")]
    [InlineData("securityContext: {fsGroup: [|0|], supplementalGroups: [1, [|0|]]}\ncontainers:\n- name: a\n")]
    [InlineData("containers:\n- name: a\n  securityContext: {runAsGroup: [|0|]}\n")]
    [InlineData("securityContext: {runAsGroup: 0}\ncontainers:\n- name: a\n  securityContext: {runAsGroup: 5}\n")]
    [InlineData("securityContext: {runAsGroup: 5, fsGroup: 5, supplementalGroups: [5]}\ncontainers:\n- name: a\n")]
    public void Root_group(string marked) => Verify<RootGroupId>(Manifests.Pod(marked));

    [Theory]
    [InlineData("[|securityContext|]: {runAsUser: 5}")]
    [InlineData("[|securityContext|]:\n  supplementalGroups: [5]")]
    [InlineData("securityContext: {runAsGroup: 5, supplementalGroupsPolicy: [|Merge|]}")]
    [InlineData("securityContext: {runAsGroup: 5, supplementalGroupsPolicy: Strict}")]
    [InlineData("securityContext: {runAsNonRoot: true}")]
    [InlineData("securityContext: {runAsUser: 5}\nhostUsers: false")]
    [InlineData("securityContext: {runAsGroup: 5, supplementalGroupsPolicy: '{{ x }}'}")]
    public void Groups_of_the_image(string marked) => Verify<SupplementalGroupsPolicyMerge>(Manifests.PodWithContainer(marked + "\n"));

    [Theory]
    [InlineData("securityContext: {windowsOptions: {runAsUserName: [|ContainerAdministrator|]}}\ncontainers:\n- name: a\n- name: b\n")]
    [InlineData("securityContext: {windowsOptions: {runAsUserName: ContainerAdministrator}}\ncontainers:\n- name: a\n  securityContext: {windowsOptions: {runAsUserName: ContainerUser}}\n")]
    [InlineData("containers:\n- name: a\n  securityContext: {windowsOptions: {runAsUserName: [|'NT AUTHORITY\\SYSTEM'|]}}\n")]
    [InlineData("containers:\n- name: a\n  securityContext: {windowsOptions: {runAsUserName: [|'.\\administrator'|]}}\n")]
    [InlineData("containers:\n- name: a\n  securityContext: {windowsOptions: {hostProcess: true, runAsUserName: ContainerAdministrator}}\n")]
    [InlineData("containers:\n- name: a\n  securityContext: {windowsOptions: {runAsUserName: ContainerUser}}\n")]
    public void Windows_administrator(string marked) => Verify<WindowsRunAsContainerAdministrator>(Manifests.Pod(marked));

    [Fact]
    public void Windows_administrator_that_cannot_start_is_told_so() => Assert.Contains(
        "never starts",
        Assert.Single(RuleVerifier.Scan(
            RuleCatalog.All.OfType<WindowsRunAsContainerAdministrator>().Single(),
            [("pod.yaml", Manifests.SecurityContext("runAsNonRoot: true\nwindowsOptions: {runAsUserName: ContainerAdministrator}"))])).Message,
        StringComparison.Ordinal);

    private static void Verify<TRule>(string marked)
        where TRule : Rule => RuleVerifier.Verify<TRule>("deployment.yaml", marked);
}
