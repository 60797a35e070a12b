using HardenBuild.Core.Tests.Kubernetes;
using HardenBuild.Rules;
using HardenBuild.Rules.Kubernetes.Images;

namespace HardenBuild.Core.Tests.Rules.Kubernetes.Images;

/// <summary>Retired and dangerous components, and what else depends on images.</summary>
public sealed class ComponentRuleTests
{
    [Theory]
    [InlineData("shop", "containers: [{name: a, image: '[|tiller|]'}]")]
    [InlineData("shop", "initContainers: [{name: a, image: 'gcr.io/[|kubernetes-helm/tiller|]:v2.8.0'}]")]
    [InlineData("[|app-run-tiller-middle|]", "containers: [{name: a, image: mongo}]")]
    [InlineData("distiller", "containers: [{name: a, image: 'shop/distiller:1'}]")]
    [InlineData("shop", "ephemeralContainers: [{name: a, image: tiller}]")]
    public void Tiller(string name, string pod) => Verify<TillerDeployed>(Manifests.Pod(pod + "\n").Replace("name: shop", "name: " + name, StringComparison.Ordinal));

    [Theory]
    [InlineData("{app: helm, name: [|tiller|]}")]
    [InlineData("{app: helm}")]
    [InlineData("{name: tiller}")]
    public void Tiller_by_its_labels(string labels) => Verify<TillerDeployed>(WorkloadKinds.Manifest("Deployment", "containers: []\n", $"labels: {labels}\n"));

    [Theory]
    [InlineData("name: [|tiller-deploy|]", "{}")]
    [InlineData("name: x\n  labels: {name: [|tiller|]}", "{}")]
    [InlineData("name: x", "{selector: {name: [|tiller|]}}")]
    [InlineData("name: distiller", "{selector: {name: distiller}}")]
    [InlineData("name: '{{ x }}'", "'{{ x }}'")]
    public void Service_of_tiller(string metadata, string spec) => Verify<TillerServicePresent>($"apiVersion: v1\nkind: Service\nmetadata:\n  {metadata}\nspec: {spec}\n");

    [Theory]
    [InlineData("name: [|t|], image: tiller")]
    [InlineData("name: [|t|], image: tiller, args: ['--listen=:44134']")]
    [InlineData("name: t, image: tiller, args: ['--listen=localhost:44134']")]
    [InlineData("name: t, image: tiller, command: [/tiller, '--listen=127.0.0.1:44134']")]
    [InlineData("name: t, image: tiller, args: ['{{ x }}']")]
    [InlineData("name: t, image: other")]
    public void Tiller_that_listens(string container) => Verify<TillerListensOnCluster>(Manifests.Pod($"containers: [{{{container}}}]\n"));

    [Theory]
    [InlineData("{app: x}", "'[|kubernetesui/dashboard|]:v2.7.0'")]
    [InlineData("{app: x}", "'k8s.gcr.io/[|kubernetes-dashboard-amd64|]:v1.10'")]
    [InlineData("{k8s-app: [|kubernetes-dashboard|]}", "x")]
    [InlineData("{app: dashboard}", "'shop/dashboard:1'")]
    [InlineData("{app: x}", "'kubernetesui/metrics-scraper:v1'")]
    public void Dashboard(string labels, string image) => Verify<KubernetesDashboardDeployed>(WorkloadKinds.Manifest("Deployment", $"containers: [{{name: a, image: {image}}}]\n", $"labels: {labels}\n"));

    [Theory]
    [InlineData("shop", "serviceAccountName: [|kubernetes-dashboard|]")]
    [InlineData("shop", "serviceAccount: [|kubernetes-dashboard|]")]
    [InlineData("kubernetes-dashboard-web", "serviceAccountName: kubernetes-dashboard")]
    [InlineData("'{{ x }}'", "serviceAccountName: kubernetes-dashboard")]
    [InlineData("shop", "serviceAccountName: shop")]
    public void Account_of_the_dashboard(string name, string pod) => Verify<DashboardServiceAccountReused>(Manifests.CronJob(pod + "\n").Replace("name: nightly", "name: " + name, StringComparison.Ordinal));

    [Theory]
    [InlineData("ClusterRoleBinding", "kubernetes-dashboard", "[|jane|]")]
    [InlineData("RoleBinding", "kubernetes-dashboard", "[|jane|]")]
    [InlineData("RoleBinding", "kubernetes-dashboard", "kubernetes-dashboard")]
    [InlineData("RoleBinding", "view", "jane")]
    [InlineData("RoleBinding", "kubernetes-dashboard", "'{{ x }}'")]
    public void Role_of_the_dashboard(string kind, string role, string subject) => Verify<DashboardServiceAccountReused>(
        $"apiVersion: rbac.authorization.k8s.io/v1\nkind: {kind}\nmetadata: {{name: b}}\nroleRef: {{kind: ClusterRole, name: {role}}}\nsubjects: [{{kind: User, name: {subject}}}]\n");

    [Theory]
    [InlineData("{name: [|GITSYNC_GIT|], value: /tmp/x}")]
    [InlineData("{name: [|GITSYNC_GIT|], valueFrom: {configMapKeyRef: {name: c, key: k}}}")]
    [InlineData("{name: GITSYNC_GIT, value: ''}")]
    [InlineData("{name: GITSYNC_REPO, value: x}")]
    public void Git_sync(string variable) => Verify<GitSyncCommandInjection>(Manifests.Pod($"initContainers: [{{name: a, env: [{variable}]}}]\n"));

    [Theory]
    [InlineData("[|registry.example.com|]")]
    [InlineData("[|docker.io/shop|]")]
    [InlineData("docker.io/shop/")]
    [InlineData("registry.example.com/")]
    [InlineData("registry.example.com:5000")]
    [InlineData("docker.io/library/redis:8")]
    [InlineData("registry.example.com/shop")]
    [InlineData("'{{ x }}'")]
    public void Allowed_repository(string repository) => Verify<GatekeeperRepoPrefixAmbiguous>(
        $"apiVersion: constraints.gatekeeper.sh/v1beta1\nkind: K8sAllowedRepos\nmetadata: {{name: r}}\nspec: {{parameters: {{repos: [{repository}]}}}}\n");

    [Theory]
    [InlineData("podTemplate: {spec: {runtimeClassName: [|runc|]}}")]
    [InlineData("podTemplate: {spec: {runtimeClassName: [|''|]}}")]
    [InlineData("podTemplate: {spec: {runtimeClassName: '{{ x }}'}}")]
    [InlineData("podTemplate: {spec: {runtimeClassName: gvisor}}")]
    [InlineData("networkPolicyManagement: [|Unmanaged|]")]
    [InlineData("networkPolicyManagement: [|Managed|]")]
    [InlineData("networkPolicy: {[|egress|]: {}}")]
    [InlineData("networkPolicy: {[|egress|]: [{}]}")]
    [InlineData("networkPolicy: {egress: [{[|ports|]: []}]}")]
    [InlineData("networkPolicy: {egress: [{to: [[|{}|]]}]}")]
    [InlineData("networkPolicy: {egress: [{to: [{ipBlock: {cidr: [|0.0.0.0/0|]}}]}]}")]
    [InlineData("networkPolicy: {egress: [{to: [{[|namespaceSelector|]: {}}]}]}")]
    [InlineData("networkPolicy: {egress: []}")]
    [InlineData("networkPolicy: {ingress: []}")]
    [InlineData("networkPolicy: {egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8}}, {podSelector: {matchLabels: {a: b}}}]}]}")]
    [InlineData("networkPolicy: '{{ x }}'")]
    public void Sandbox(string spec) => Verify<SandboxTemplateHardening>($"apiVersion: extensions.agents.x-k8s.io/v1beta1\nkind: SandboxTemplate\nmetadata: {{name: s}}\nspec: {{{spec}}}\n");

    [Fact]
    public void Sandbox_without_a_runtime_class() => Verify<SandboxTemplateHardening>(
        "apiVersion: extensions.agents.x-k8s.io/v1beta1\nkind: SandboxTemplate\nmetadata: {name: [|s|]}\nspec: {podTemplate: {spec: {containers: []}}}\n");

    [Theory]
    [InlineData("{reference: '[|model|]'}")]
    [InlineData("{reference: 'model:[|latest|]'}")]
    [InlineData("{reference: 'model:1'}")]
    [InlineData("{reference: 'model', pullPolicy: Never}")]
    [InlineData("{reference: '${MODEL}'}")]
    [InlineData("{}")]
    public void Image_in_a_volume(string image) => Verify<ImageVolumeNotPinned>(Manifests.PodWithContainer($"volumes: [{{name: v, image: {image}}}]\n"));

    [Theory]
    [InlineData("", "", "[|registry.example.com/x:1|]")]
    [InlineData("imagePullSecrets: []\n", "", "[|registry.example.com/x:1|]")]
    [InlineData("serviceAccountName: a\n", "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: a}\n---\n", "[|registry.example.com/x:1|]")]
    [InlineData("serviceAccountName: a\n", "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: a}\nimagePullSecrets: [{name: s}]\n---\n", "registry.example.com/x:1")]
    [InlineData("serviceAccountName: elsewhere\n", "", "registry.example.com/x:1")]
    [InlineData("imagePullSecrets: [{name: s}]\n", "", "registry.example.com/x:1")]
    [InlineData("imagePullSecrets: '{{ x }}'\n", "", "registry.example.com/x:1")]
    [InlineData("", "", "nginx:1")]
    public void Credentials_for_a_registry(string pod, string before, string image) => RuleVerifier.Verify<ImagePullSecretMissingForPrivateRegistry>(
        ("pod.yaml", before + Manifests.Pod(pod + $"containers: [{{name: a, image: '{image}'}}]\n")), (".editorconfig", "[*]\nhardenbuild.hb3066.private_registries = registry.example.com\n"));

    private static void Verify<TRule>(string marked)
        where TRule : Rule => RuleVerifier.Verify<TRule>("manifests.yaml", marked);
}
