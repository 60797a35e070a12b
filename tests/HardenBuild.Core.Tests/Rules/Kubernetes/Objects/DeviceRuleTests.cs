using HardenBuild.Core.Tests.Kubernetes;
using HardenBuild.Rules;
using HardenBuild.Rules.Kubernetes.Objects;
using HardenBuild.Rules.Kubernetes.Security;

namespace HardenBuild.Core.Tests.Rules.Kubernetes.Objects;

/// <summary>Devices that others use, and containers for debugging.</summary>
public sealed class DeviceRuleTests
{
    [Theory]
    [InlineData("ResourceClaim", "devices: {requests: [{exactly: {adminAccess: [|true|]}}]}")]
    [InlineData("ResourceClaim", "devices: {requests: [{adminAccess: [|true|]}]}")]
    [InlineData("ResourceClaimTemplate", "spec: {devices: {requests: [{exactly: {adminAccess: [|true|]}}]}}")]
    [InlineData("ResourceClaim", "devices: {requests: [{exactly: {adminAccess: false}}, {name: x}]}")]
    [InlineData("ResourceClaim", "devices: {requests: [{exactly: {adminAccess: '{{ x }}'}}]}")]
    [InlineData("ResourceClaim", "devices: '{{ x }}'")]
    public void Access_to_used_devices(string kind, string spec) => Verify<DraAdminAccess>(Claim(kind, spec));

    [Theory]
    [InlineData("'true'", RuleSeverity.Suggestion)]
    [InlineData("'false'", RuleSeverity.Warning)]
    public void Namespace_with_the_label_makes_it_a_suggestion(string label, RuleSeverity expected)
    {
        var text = Claim("ResourceClaim", "devices: {requests: [{adminAccess: true}]}") + "---\n" + Namespace(label);

        Assert.Equal(expected, Assert.Single(RuleVerifier.Scan(RuleCatalog.All.OfType<DraAdminAccess>().Single(), [("claim.yaml", text)])).AtMost);
    }

    [Theory]
    [InlineData("[|'true'|]", "")]
    [InlineData("[|'yes'|]", "---\nclaim")]
    [InlineData("'true'", "---\nclaim")]
    [InlineData("[|'true'|]", "---\nclaim---\nworkload")]
    [InlineData("'{{ x }}'", "")]
    public void Label_of_a_namespace(string label, string more) => Verify<NamespaceDeviceAdminAccess>(Namespace(label)
        + more.Replace("claim", Claim("ResourceClaim", "devices: {requests: [{adminAccess: true}]}"), StringComparison.Ordinal)
            .Replace("workload", WorkloadKinds.Manifest("Deployment", "containers: []\n"), StringComparison.Ordinal));

    [Theory]
    [InlineData("command: [kubectl, debug, [|node/w1|], --image=x]")]
    [InlineData("command: [kubectl, debug, pod/x, --profile, [|netadmin|]]")]
    [InlineData("command: [sh, -c, 'cd /x && kubectl -n y debug p [|--profile=sysadmin|] --image=x']")]
    [InlineData("command: [sh, -c, 'kubectl debug pod/x --profile=restricted -- cat node/x']")]
    [InlineData("command: [kubectl, get, node/w1]")]
    [InlineData("command: [sh, -c, 'echo kubectl debug node/x']")]
    [InlineData("command: '{{ x }}'")]
    public void Debugging_in_a_container(string fields) => Verify<KubectlDebugPrivilegedProfile>(Manifests.Container(fields));

    [Theory]
    [InlineData("x.sh: |\n    kubectl debug [|node/w1|] -it --image=x\n")]
    [InlineData("x: |\n    #!/bin/sh\n    kubectl debug p [|--profile=netadmin|]\n")]
    [InlineData("README: |\n    kubectl debug node/w1\n")]
    [InlineData("x.sh: |\n    # kubectl debug node/w1\n")]
    public void Debugging_in_a_script(string data) => Verify<KubectlDebugPrivilegedProfile>("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  " + data);

    private static string Claim(string kind, string spec) => $"apiVersion: resource.k8s.io/v1\nkind: {kind}\nmetadata: {{name: c, namespace: shop}}\nspec: {{{spec}}}\n";

    private static string Namespace(string label) => $"apiVersion: v1\nkind: Namespace\nmetadata: {{name: shop, labels: {{resource.kubernetes.io/admin-access: {label}}}}}\n";

    private static void Verify<TRule>(string marked)
        where TRule : Rule => RuleVerifier.Verify<TRule>("manifests.yaml", marked);
}
