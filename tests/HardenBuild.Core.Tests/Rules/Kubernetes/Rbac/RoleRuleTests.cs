using HardenBuild.Rules;
using HardenBuild.Rules.Kubernetes.Rbac;

namespace HardenBuild.Core.Tests.Rules.Kubernetes.Rbac;

/// <summary>What a role allows, by its groups, resources, verbs and names.</summary>
public sealed class RoleRuleTests
{
    [Theory]
    [InlineData("ClusterRole", "{apiGroups: [''], resources: [[|secrets|]], verbs: [get]}")]
    [InlineData("ClusterRole", "{apiGroups: ['*'], resources: [[|'*'|]], verbs: [watch]}")]
    [InlineData("ClusterRole", "{apiGroups: [''], resources: [pods, [|secrets|]], verbs: ['*']}")]
    [InlineData("Role", "{resources: [[|secrets|]], verbs: [list]}")]
    [InlineData("ClusterRole", "{apiGroups: [apps], resources: [secrets], verbs: [get]}")]
    [InlineData("ClusterRole", "{apiGroups: [''], resources: [secrets], verbs: [create]}")]
    [InlineData("ClusterRole", "{apiGroups: [''], resources: [secrets/status], verbs: [get]}")]
    [InlineData("ClusterRole", "{apiGroups: [''], resources: ['{{ x }}'], verbs: [get]}")]
    [InlineData("ClusterRole", "{apiGroups: ['{{ x }}'], resources: [secrets], verbs: [get]}")]
    [InlineData("ClusterRole", "'{{ x }}'")]
    public void Reading_secrets(string kind, string rule) => RuleVerifier.Verify<RbacReadSecrets>("role.yaml", Role(kind, rule));

    [Theory]
    [InlineData("ClusterRole", "{apiGroups: [''], resources: [secrets], verbs: [get]}", RuleSeverity.Error)]
    [InlineData("ClusterRole", "{apiGroups: [''], resources: [secrets], resourceNames: [a], verbs: [get]}", RuleSeverity.Suggestion)]
    [InlineData("Role", "{apiGroups: [''], resources: [secrets], verbs: [get]}", RuleSeverity.Suggestion)]
    public void Reading_secrets_is_a_suggestion_where_it_is_limited(string kind, string rule, RuleSeverity most) =>
        Assert.Equal(most, Assert.Single(RuleVerifier.Scan(RuleCatalog.All.OfType<RbacReadSecrets>().Single(), [("role.yaml", Role(kind, rule))])).AtMost);

    [Theory]
    [InlineData("name: system:controller", "")]
    [InlineData("name: admin", "")]
    [InlineData("name: other, labels: {kubernetes.io/bootstrapping: rbac-defaults}", "")]
    [InlineData("name: other", "[|secrets|]")]
    public void Roles_of_Kubernetes_itself_are_nobodys_decision(string metadata, string reported) =>
        RuleVerifier.Verify<RbacReadSecrets>("role.yaml", Role("ClusterRole", $"{{apiGroups: [''], resources: [{(reported.Length > 0 ? reported : "secrets")}], verbs: [get]}}", metadata));

    [Theory]
    [InlineData("pods/exec", "create", true)]
    [InlineData("pods/exec", "get", true)]
    [InlineData("pods/*", "create", true)]
    [InlineData("'*/exec'", "create", true)]
    [InlineData("'*'", "'*'", true)]
    [InlineData("pods", "create", false)]
    [InlineData("pods/exec", "list", false)]
    [InlineData("deployments/exec", "create", false)]
    public void Running_commands_in_pods(string resource, string verb, bool isReported) => RuleVerifier.Verify<RbacPodsExec>(
        "role.yaml", Role("Role", $"{{apiGroups: [''], resources: [{(isReported ? "[|" + resource + "|]" : resource)}], verbs: [{verb}]}}"));

    [Theory]
    [InlineData("{apiGroups: [''], resources: [users], verbs: [[|impersonate|]]}")]
    [InlineData("{apiGroups: [authentication.k8s.io], resources: [userextras/scopes], verbs: [impersonate]}")]
    [InlineData("{apiGroups: [''], resources: [pods], verbs: [impersonate]}")]
    [InlineData("{apiGroups: [''], resources: [groups], verbs: [get]}")]
    public void Impersonating(string rule) => RuleVerifier.Verify<RbacImpersonate>("role.yaml", Role("ClusterRole", rule));

    [Theory]
    [InlineData("- {apiGroups: [rbac.authorization.k8s.io], resources: [[|rolebindings|]], verbs: [create]}\n- {apiGroups: [rbac.authorization.k8s.io], resources: [roles], verbs: [bind]}")]
    [InlineData("- {apiGroups: [rbac.authorization.k8s.io], resources: [roles], verbs: [bind]}\n- {apiGroups: [rbac.authorization.k8s.io], resources: [[|rolebindings|]], verbs: [create]}")]
    [InlineData("- {apiGroups: [rbac.authorization.k8s.io], resources: [rolebindings], verbs: [create]}\n- {apiGroups: [rbac.authorization.k8s.io], resources: [roles], resourceNames: [view], verbs: [bind]}")]
    [InlineData("- {apiGroups: [rbac.authorization.k8s.io], resources: [rolebindings], verbs: [create]}")]
    public void Making_bindings_to_any_role(string rules) => RuleVerifier.Verify<RbacCreateRolebindingWithBind>("role.yaml", RoleWith("ClusterRole", rules, "name: shop"));

    [Fact]
    public void One_finding_a_role_carries_the_other_grants() => RuleVerifier.Verify<RbacReadSecrets>(
        "role.yaml",
        RoleWith("ClusterRole", "- {apiGroups: [''], resources: [[|secrets|]], verbs: [get]}\n- {apiGroups: [''], resources: [{|#0:secrets|}], verbs: [list]}", "name: shop"));

    private static string Role(string kind, string rule, string metadata = "name: shop") => RoleWith(kind, "- " + rule, metadata);

    private static string RoleWith(string kind, string rules, string metadata) =>
        $"apiVersion: rbac.authorization.k8s.io/v1\nkind: {kind}\nmetadata: {{{metadata}}}\nrules:\n{rules}\n";
}
