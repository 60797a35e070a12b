using HardenBuild.Core.Tests.Kubernetes;
using HardenBuild.Rules;
using HardenBuild.Rules.Kubernetes.Images;

namespace HardenBuild.Core.Tests.Rules.Kubernetes.Images;

/// <summary>How containers name their images.</summary>
public sealed class ImageRuleTests
{
    private const string Digest = "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    [Theory]
    [InlineData("[|nginx|]")]
    [InlineData("nginx:[|latest|]")]
    [InlineData("nginx:[|Latest|]")]
    [InlineData("\"[|127.0.0.1:5000/busybox|]\"")]
    [InlineData("localhost:5000/app:1.0")]
    [InlineData("nginx:latest@" + Digest)]
    [InlineData("nginx@sha256:short")]
    [InlineData("''")]
    [InlineData("'{{ .Values.image }}'")]
    [InlineData("{{ x }}")]
    [InlineData("$(IMAGE)")]
    [InlineData("gcr.io/PROJECT_ID/app")]
    [InlineData("app:IMAGE_TAG")]
    [InlineData("ko://example.com/cmd/app")]
    [InlineData("<image>")]
    [InlineData("[nginx]")]
    public void Without_a_version(string image)
    {
        Verify<ImageTagMissingOrLatest>(Image(image));
        Verify<ImageTagMissingOrLatest>(Manifests.CronJob($"initContainers: [{{name: i, image: {image}}}]\n"));
        Verify<ImageTagMissingOrLatest>("apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Pod\n  metadata: {name: p}\n  spec:\n    containers:\n    - name: a\n      image: " + image + "\n");
    }

    [Fact]
    public void Images_of_a_workload_are_one_finding_with_the_policies() => Verify<ImageTagMissingOrLatest>(Manifests.Pod(
        "containers:\n- {name: a, image: '[|a|]', imagePullPolicy: {|#1:Never|}}\n- {name: b, image: 'b:{|#0:latest|}'}\n- {name: c, image: 'c:1'}\n"));

    [Fact]
    public void Floating_tags_can_be_named() => RuleVerifier.Verify<ImageTagMissingOrLatest>(
        ("pod.yaml", Image("nginx:[|stable|]")), (".editorconfig", "[*]\nhardenbuild.floating_tags = latest, stable\n"));

    [Theory]
    [InlineData("a", "a")]
    [InlineData("b", "[|a|]")]
    public void Image_stream_of_open_shift_fills_in_the_version(string container, string image) => Verify<ImageTagMissingOrLatest>(
        WorkloadKinds.Manifest("DeploymentConfig", $"containers: [{{name: a, image: '{image}'}}]\n").Replace("spec:\n  template", $"spec:\n  triggers: [{{type: ImageChange, imageChangeParams: {{containerNames: [{container}]}}}}]\n  template", StringComparison.Ordinal));

    [Theory]
    [InlineData("[|nginx:1.29|]")]
    [InlineData("nginx@sha256:123456")]
    [InlineData("nginx@sha256:9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08")]
    [InlineData("nginx@custom:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("nginx:1.29@" + Digest)]
    [InlineData("nginx")]
    [InlineData("nginx:${TAG}")]
    public void Without_a_digest(string image) => Verify<ImageNotPinnedByDigest>(Image(image));

    [Fact]
    public void Repositories_can_be_exempt_from_digests() => RuleVerifier.Verify<ImageNotPinnedByDigest>(
        ("pod.yaml", Manifests.Pod("containers: [{name: a, image: 'registry.example.com/shop/api:1'}, {name: b, image: '[|nginx:1|]'}]\n")), (".editorconfig", "[*]\nhardenbuild.hb3068.exempt_repositories = registry.example.com/shop\n"));

    [Theory]
    [InlineData("image: '[|nginx:1|]'")]
    [InlineData("image: nginx:1\nimagePullPolicy: [|IfNotPresent|]")]
    [InlineData("image: nginx\nimagePullPolicy: [|Never|]")]
    [InlineData("image: nginx:1\nimagePullPolicy: Always")]
    [InlineData("image: nginx:1\nimagePullPolicy: '{{ x }}'")]
    [InlineData("image: nginx")]
    [InlineData("image: nginx:latest")]
    [InlineData("image: nginx@" + Digest + "\nimagePullPolicy: IfNotPresent")]
    [InlineData("image: '{{ x }}'")]
    public void Pull_policy(string fields) => Verify<ImagePullPolicyNotAlways>(Fields(fields));

    [Theory]
    [InlineData("image: nginx\nimagePullPolicy: [|IfNotPresent|]")]
    [InlineData("image: nginx:latest\nimagePullPolicy: [|Never|]")]
    [InlineData("image: nginx:1\nimagePullPolicy: Never")]
    [InlineData("image: nginx\nimagePullPolicy: Always")]
    [InlineData("image: nginx")]
    [InlineData("image: nginx@" + Digest + "\nimagePullPolicy: Never")]
    public void Latest_that_is_kept(string fields) => Verify<ImageLatestWithPullPolicyNotAlways>(Fields(fields));

    [Theory]
    [InlineData("redis:[|8.0|]")]
    [InlineData("docker.io/library/redis:[|8.0|]")]
    [InlineData("[|redis|]")]
    [InlineData("redis:8.2")]
    [InlineData("other/redis:8.0")]
    public void Expected_tag(string image) => RuleVerifier.Verify<ImageTagDiffersFromExpected>(("pod.yaml", Image(image)), (".editorconfig", "[*]\nhardenbuild.hb3071.expected_tags = docker.io/library/redis:8.2\n"));

    [Theory]
    [InlineData("[|nginx:1|]")]
    [InlineData("[|docker.io|]/library/nginx:1")]
    [InlineData("[|quay.io|]/someone/x:1")]
    [InlineData("quay.io/other/x:1")]
    [InlineData("docker.io.example.com/x:1")]
    public void Blocked_registry(string image) => RuleVerifier.Verify<ImageFromBlockedRegistry>(("pod.yaml", Image(image)), (".editorconfig", "[*]\nhardenbuild.hb3072.blocked_registries = docker.io, quay.io/someone\n"));

    [Fact]
    public void Nothing_is_blocked_by_default() => Verify<ImageFromBlockedRegistry>(Image("nginx"));

    [Theory]
    [InlineData("[|evilazurecr.io|]/x:1", "*.azurecr.io")]
    [InlineData("shop.azurecr.io/x:1", "*.azurecr.io")]
    [InlineData("[|nginx|]", "*.azurecr.io")]
    [InlineData("registry.example.com/x:1", "")]
    public void Allowed_registry(string image, string allowed) => RuleVerifier.Verify<ImageNotFromAllowedRegistry>(("pod.yaml", Image(image)), (".editorconfig", $"[*]\nhardenbuild.hb3073.allowed_registries = {allowed}\n"));

    [Theory]
    [InlineData("[|foo.io|]/test:latest")]
    [InlineData("gcr.io/test:latest")]
    [InlineData("test:latest")]
    [InlineData("123456.dkr.ecr.eu-west-1.amazonaws.com/x:1")]
    [InlineData("'{{ x }}/y:1'")]
    public void Well_known_registries_are_allowed(string image) => Verify<ImageNotFromAllowedRegistry>(Image(image));

    [Theory]
    [InlineData("[|k8s.gcr.io|]/pause:3.9")]
    [InlineData("[|gcr.io|]/google_containers/pause:3.1")]
    [InlineData("[|kubernetesui/metrics-scraper:v1|]")]
    [InlineData("kubernetesui/dashboard:v2.7.0")]
    [InlineData("registry.k8s.io/pause:3.10")]
    [InlineData("gcr.io/shop/pause:1")]
    public void Registry_that_kubernetes_left(string image) => Verify<ImageFromDeprecatedK8sRegistry>(Image(image));

    [Theory]
    [InlineData("[|Acme/Web:1|]")]
    [InlineData("\"[|nginx: 1|]\"")]
    [InlineData("[|https://registry.example.com/x:1|]")]
    [InlineData("[|registry.example.com/|]")]
    [InlineData("[|a//b|]")]
    [InlineData("[|nginx:-1|]")]
    [InlineData("[|nginx@sha256:1|]")]
    [InlineData("[|nginx..x:1|]")]
    [InlineData("[|''|]")]
    [InlineData("nginx:1.29-alpine_x.Y")]
    [InlineData("registry.example.com:5000/a_b/c__d/e--f:1@" + Digest)]
    [InlineData("${IMAGE}")]
    [InlineData("IMAGE")]
    public void Reference(string image) => Verify<ImageReferenceInvalid>(Image(image));

    [Theory]
    [InlineData("containers: [{name: [|a|]}, {name: b, image: 'b:1'}]\n")]
    [InlineData("containers: [{name: a}]\n")]
    [InlineData("containers: [{name: a, image: '{{ x }}'}]\n")]
    public void Missing_image_is_not_that_of_a_patch(string pod) => Verify<ImageReferenceInvalid>(Manifests.Pod(pod));

    [Fact]
    public void Missing_image_of_a_whole_deployment() => Verify<ImageReferenceInvalid>(
        "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}\nspec:\n  selector: {matchLabels: {a: b}}\n  template:\n    metadata: {labels: {a: b}}\n    spec: {containers: [{name: [|a|]}]}\n");

    [Theory]
    [InlineData("registry.k8s.io/ingress-nginx/controller:[|v1.11.4|]")]
    [InlineData("registry.k8s.io/ingress-nginx/controller:[|v1.12.0|]")]
    [InlineData("quay.io/kubernetes-ingress-controller/nginx-ingress-controller:[|0.30.0|]")]
    [InlineData("quay.io/argoproj/argocd:[|v2.2.3|]")]
    [InlineData("grafana/grafana:[|9.2.3|]")]
    [InlineData("ghcr.io/kyverno/kyverno:[|v1.8.4|]")]
    [InlineData("registry.k8s.io/ingress-nginx/controller:v1.11.5")]
    [InlineData("registry.k8s.io/ingress-nginx/controller:v1.12.1")]
    [InlineData("registry.k8s.io/ingress-nginx/controller:v1.11.2-vendor.3")]
    [InlineData("bitnami/nginx-ingress-controller:1.11.2")]
    [InlineData("quay.io/argoproj/argocd:v2.1.9")]
    [InlineData("grafana/grafana:8.5.15")]
    [InlineData("ghcr.io/kyverno/kyverno:v1.8.2")]
    [InlineData("grafana/grafana")]
    [InlineData("shop/grafana-agent:1.0.0")]
    public void Vulnerable_component(string image) => Verify<KnownVulnerableComponentImage>(Image(image));

    [Theory]
    [InlineData("registry.k8s.io/[|ingress-nginx/controller|]:v1.12.3")]
    [InlineData("quay.io/[|kubernetes-ingress-controller/nginx-ingress-controller|]:0.30.0")]
    [InlineData("nginx/nginx-ingress:5.0.0")]
    [InlineData("cgr.dev/chainguard/ingress-nginx-controller:1")]
    [InlineData("nginx:1.29")]
    public void Retired_ingress_controller(string image) => Verify<IngressNginxControllerEol>(Image(image));

    private static string Image(string image) => Manifests.Pod("containers:\n- name: a\n  image: " + image + "\n");

    private static string Fields(string fields) => Manifests.Pod("containers:\n- name: a\n" + string.Concat(fields.Split('\n').Select(line => "  " + line + "\n")));

    private static void Verify<TRule>(string marked)
        where TRule : Rule => RuleVerifier.Verify<TRule>("manifests.yaml", marked);
}
