using HardenBuild.Rules.Helm.Hooks;

namespace HardenBuild.Core.Tests.Rules.Helm;

public sealed class HookRulesTests
{
    private const string Job = "apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: ef-migrate\n  annotations:\n";
    private const string Pod = "spec:\n  template:\n    spec:\n      serviceAccountName: migrate\n      restartPolicy: Never\n      containers:\n        - name: migrate\n          image: example/migrate:1.2\n";
    private const string Binding = "---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata:\n  name: migrate\nroleRef:\n  apiGroup: rbac.authorization.k8s.io\n  kind: ClusterRole\n  name: migrate\nsubjects:\n  - kind: ServiceAccount\n    name: migrate\n    namespace: {{ .Release.Namespace }}\n";
    private const string Role = "---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: migrate\nrules:\n  - apiGroups: [\"\"]\n    resources: [secrets]\n    verbs: [get]\n";

    [Theory]
    [InlineData("    helm.sh/hook: pre-install, post-upgrade\n    helm.sh/hook-weight: \"-5\"\n")]
    [InlineData("    helm.sh/hook: test\n    helm.sh/hook-delete-policy: hook-succeeded,hook-failed\n")]
    [InlineData("    argocd.argoproj.io/hook: PreSync\n")]
    public void Accepts_what_Helm_knows(string annotations) => RuleVerifier.Verify<HelmHookInvalid>("templates/job.yaml", Job + annotations + Pod);

    [Theory]
    [InlineData("    helm.sh/hook: [|crd-install|]\n")]
    [InlineData("    helm.sh/hook: test\n    helm.sh/hook-delete-policy: [|hook-success|]\n")]
    [InlineData("    helm.sh/hook: test\n    helm.sh/hook-weight: [|\"high\"|]\n")]
    [InlineData("    helm.sh/hook: {{ [|.Values.event|] }}\n")]
    public void Reports_what_Helm_does_not_know(string annotations) => RuleVerifier.Verify<HelmHookInvalid>(("templates/job.yaml", Job + annotations + Pod), ("values.yaml", "event: before-install\n"));

    [Fact]
    public void Reports_a_hook_that_reads_all_secrets() => RuleVerifier.Verify<HelmHookWithClusterRights>("templates/job.yaml", Job + "    helm.sh/hook: [|pre-upgrade|]\n" + Pod + Binding + Role);

    [Fact]
    public void Accepts_a_hook_that_reads_secrets_of_certain_names() => RuleVerifier.Verify<HelmHookWithClusterRights>("templates/job.yaml", Job + "    helm.sh/hook: pre-upgrade\n" + Pod + Binding + Role + "    resourceNames: [sql]\n");

    [Fact]
    public void Accepts_a_job_of_the_release_with_rights() => RuleVerifier.Verify<HelmHookWithClusterRights>("templates/job.yaml", Job + "    team: shop\n" + Pod + Binding + Role);

    [Theory]
    [InlineData("    helm.sh/hook: post-delete\n")]
    [InlineData("    helm.sh/hook: pre-install\n    helm.sh/hook-delete-policy: hook-succeeded\n")]
    [InlineData("    team: shop\n")]
    public void Accepts_rights_that_do_not_stay(string annotations) =>
        RuleVerifier.Verify<HelmHookRbacLeftBehind>("templates/account.yaml", "apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: migrate\n  annotations:\n" + annotations);

    [Fact]
    public void Rights_left_behind_are_one_finding_of_the_chart() => RuleVerifier.Verify<HelmHookRbacLeftBehind>(
        ("templates/a.yaml", "apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: migrate\n  annotations:\n    helm.sh/hook: [|pre-install|]\n"),
        ("templates/b.yaml", "apiVersion: v1\nkind: Secret\nmetadata:\n  name: migrate\n  annotations:\n    helm.sh/hook: {|#0:pre-install|}\n"));

    [Fact]
    public void Reports_a_Secret_hook_that_a_workload_uses() => RuleVerifier.Verify<HelmHookHoldsState>(
        "templates/secret.yaml",
        "apiVersion: v1\nkind: Secret\nmetadata:\n  name: sql\n  annotations:\n    helm.sh/hook: [|pre-install,pre-upgrade|]\n---\napiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: example/web:1.2\n      envFrom:\n        - secretRef:\n            name: {|#0:sql|}\n");

    [Theory]
    [InlineData("Secret", "pre-install,pre-upgrade")]
    [InlineData("PersistentVolumeClaim", "post-delete")]
    public void Accepts_hooks_that_hold_nothing(string kind, string events) =>
        RuleVerifier.Verify<HelmHookHoldsState>("templates/state.yaml", $"apiVersion: v1\nkind: {kind}\nmetadata:\n  name: sql\n  annotations:\n    helm.sh/hook: {events}\n");
}
