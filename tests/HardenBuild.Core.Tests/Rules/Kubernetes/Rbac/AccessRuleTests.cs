using HardenBuild.Configuration;
using HardenBuild.Rules;
using HardenBuild.Rules.Kubernetes.Rbac;
using HardenBuild.Scanning;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Rules.Kubernetes.Rbac;

/// <summary>Roles, bindings and service accounts joined across files.</summary>
public sealed class AccessRuleTests
{
    private const string Everything = "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: all}\nrules:\n- {apiGroups: ['*'], resources: ['*'], verbs: ['*']}\n";

    [Theory]
    [InlineData("ClusterRoleBinding", "ClusterRole", "[|cluster-admin|]", RuleSeverity.Error)]
    [InlineData("RoleBinding", "ClusterRole", "[|cluster-admin|]", RuleSeverity.Warning)]
    [InlineData("ClusterRoleBinding", "ClusterRole", "[|all|]", RuleSeverity.Error)]
    public void Full_control_is_bound(string kind, string roleKind, string role, RuleSeverity most)
    {
        RuleVerifier.Verify<RbacClusterAdminBinding>(("binding.yaml", Binding(kind, roleKind, role)), ("role.yaml", Everything));
        var text = Binding(kind, roleKind, role.Trim('[', '|', ']'));
        Assert.Equal(most, Assert.Single(RuleVerifier.Scan(RuleCatalog.All.OfType<RbacClusterAdminBinding>().Single(), [("binding.yaml", text), ("role.yaml", Everything)])).AtMost);
    }

    [Theory]
    [InlineData("ClusterRoleBinding", "ClusterRole", "view")]
    [InlineData("RoleBinding", "Role", "cluster-admin")]
    [InlineData("RoleBinding", "Role", "all")]
    [InlineData("ClusterRoleBinding", "ClusterRole", "'{{ x }}'")]
    public void Another_role_is_bound(string kind, string roleKind, string role) =>
        RuleVerifier.Verify<RbacClusterAdminBinding>(("binding.yaml", Binding(kind, roleKind, role)), ("role.yaml", Everything));

    [Fact]
    public void A_role_collects_the_rules_of_others_by_their_labels() => RuleVerifier.Verify<RbacClusterAdminBinding>(
        ("binding.yaml", Binding("ClusterRoleBinding", "ClusterRole", "[|sum|]")),
        ("sum.yaml", "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: sum}\naggregationRule: {clusterRoleSelectors: [{matchLabels: {to: sum}}]}\nrules: []\n"),
        ("part.yaml", Everything.Replace("{name: all}", "{name: part, labels: {to: sum}}", StringComparison.Ordinal)));

    [Theory]
    [InlineData("serviceAccountName: [|deployer|]", "", "")]
    [InlineData("serviceAccountName: deployer\n      automountServiceAccountToken: false", "", "")]
    [InlineData("serviceAccountName: deployer", "automountServiceAccountToken: false", "")]
    [InlineData("serviceAccountName: [|deployer|]\n      automountServiceAccountToken: true", "automountServiceAccountToken: false", "")]
    [InlineData("serviceAccountName: deployer", "", "other")]
    [InlineData("serviceAccountName: '{{ x }}'", "", "")]
    public void Pod_with_full_control(string pod, string account, string @namespace) => RuleVerifier.Verify<WorkloadWithAdministrativeRole>(
        ("binding.yaml", Binding("ClusterRoleBinding", "ClusterRole", "cluster-admin")),
        ("account.yaml", $"apiVersion: v1\nkind: ServiceAccount\nmetadata: {{name: deployer, namespace: shop}}\n{account}\n"),
        ("pod.yaml", $"apiVersion: apps/v1\nkind: Deployment\nmetadata: {{name: web, namespace: {(@namespace.Length > 0 ? @namespace : "shop")}}}\nspec:\n  template:\n    spec:\n      {pod}\n      containers: [{{name: a}}]\n"));

    [Fact]
    public void A_role_that_may_do_everything_is_one_finding() => Assert.Equal(["HB4056"], Report(Everything));

    [Fact]
    public void A_pod_with_full_control_is_not_told_of_its_token_as_well() => Assert.Equal(
        ["HB4061", "HB4096"],
        Report(Binding("ClusterRoleBinding", "ClusterRole", "cluster-admin")
            + "---\napiVersion: v1\nkind: ServiceAccount\nmetadata: {name: deployer, namespace: shop}\n"
            + "---\napiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop}\nspec:\n  serviceAccountName: deployer\n  containers: [{name: a}]\n"));

    [Theory]
    [InlineData("kind: ServiceAccount, name: [|deployer|]")]
    [InlineData("kind: ServiceAccount, name: [|gone|], namespace: shop")]
    [InlineData("kind: ServiceAccount, name: deployer, namespace: shop")]
    [InlineData("kind: ServiceAccount, name: default, namespace: shop")]
    [InlineData("kind: ServiceAccount, name: gone, namespace: '{{ x }}'")]
    [InlineData("kind: User, name: gone")]
    public void Bound_account_that_nobody_defines(string subject) => RuleVerifier.Verify<RbacDanglingSubject>(
        ("account.yaml", "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: deployer, namespace: shop}\n"),
        ("binding.yaml", Binding("RoleBinding", "ClusterRole", "view", subject)));

    private static string Binding(string kind, string roleKind, string role, string subject = "kind: ServiceAccount, name: deployer, namespace: shop") =>
        $"apiVersion: rbac.authorization.k8s.io/v1\nkind: {kind}\nmetadata: {{name: give, namespace: shop}}\nroleRef: {{apiGroup: rbac.authorization.k8s.io, kind: {roleKind}, name: {role}}}\nsubjects: [{{{subject}}}]\n";

    /// <summary>The rules about access that report in mode default.</summary>
    private static List<string> Report(string text)
    {
        var selection = new RuleSelection(new SeverityResolver(EditorConfigSet.Empty, RuleMode.Default, "/repository"), []);
        return [.. new TextScan(selection, useSuppressions: true)
            .Run([new InputText(SourceText.From("shop.yaml", text), InputFormat.Kubernetes)], TestContext.Current.CancellationToken)
            .Select(static finding => finding.Finding.Rule.Id)
            .Where(static id => string.CompareOrdinal(id, "HB4056") >= 0 && string.CompareOrdinal(id, "HB4102") <= 0)
            .Order(StringComparer.Ordinal)];
    }
}
