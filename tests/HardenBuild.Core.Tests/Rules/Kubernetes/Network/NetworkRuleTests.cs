using HardenBuild.Rules.Kubernetes.Network;

namespace HardenBuild.Core.Tests.Rules.Kubernetes.Network;

/// <summary>Policies, Services and Ingresses with the pods that they are about.</summary>
public sealed class NetworkRuleTests
{
    private const string Pods = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: api, namespace: shop}\nspec:\n  template:\n    metadata: {labels: {app: api}}\n    spec: {containers: [{name: api, ports: [{containerPort: 8080, name: http}]}]}\n";

    [Theory]
    [InlineData("podSelector: {}", "api")]
    [InlineData("podSelector: {matchLabels: {app: api}}", "api")]
    [InlineData("podSelector: {matchExpressions: [{key: app, operator: In, values: [api, web]}]}", "api")]
    [InlineData("podSelector: {matchLabels: {app: '{{ x }}'}}", "api")]
    [InlineData("podSelector: {matchLabels: {app: web}}", "[|api|]")]
    [InlineData("podSelector: {matchExpressions: [{key: app, operator: NotIn, values: [api]}]}", "[|api|]")]
    public void Pods_that_no_policy_selects(string selector, string name) => RuleVerifier.Verify<PodNotSelectedByNetworkPolicy>(
        ("pods.yaml", Pods.Replace("name: api, namespace", $"name: {name}, namespace", StringComparison.Ordinal)),
        ("policy.yaml", Policy(selector)));

    [Fact]
    public void A_repository_without_policies_is_one_finding() => RuleVerifier.Verify<PodNotSelectedByNetworkPolicy>(
        ("a.yaml", Pods.Replace("name: api, namespace", "name: [|api|], namespace", StringComparison.Ordinal)),
        ("b.yaml", Pods.Replace("name: api, namespace: shop", "name: {|#0:web|}, namespace: other", StringComparison.Ordinal)));

    [Fact]
    public void Pods_in_the_network_of_their_node_are_out_of_reach() =>
        RuleVerifier.Verify<PodNotSelectedByNetworkPolicy>("pods.yaml", Pods.Replace("{containers", "{hostNetwork: true, containers", StringComparison.Ordinal));

    [Theory]
    [InlineData("[|{app: web}|]")]
    [InlineData("{app: api}")]
    [InlineData("{app: '{{ x }}'}")]
    [InlineData("{}")]
    public void Service_of_no_pods(string selector) => RuleVerifier.Verify<DanglingService>(("pods.yaml", Pods), ("service.yaml", Service(selector, "port: 80")));

    [Fact]
    public void Pods_that_an_operator_may_make_are_not_missing() => RuleVerifier.Verify<DanglingService>(
        ("pods.yaml", Pods),
        ("db.yaml", "apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata: {name: db, namespace: shop}\nspec: {instances: 3}\n"),
        ("service.yaml", Service("{app: db}", "port: 80")));

    [Theory]
    [InlineData("port: 80, targetPort: [|9090|]")]
    [InlineData("port: 80, targetPort: [|grpc|]")]
    [InlineData("port: 80, targetPort: http")]
    [InlineData("port: 80, targetPort: 8080")]
    [InlineData("port: [|80|]")]
    public void Service_to_a_port_that_nobody_declares(string port) =>
        RuleVerifier.Verify<ServiceTargetPortNotExposed>(("pods.yaml", Pods), ("service.yaml", Service("{app: api}", port)));

    [Theory]
    [InlineData("[|shop.example.com|]", "")]
    [InlineData("shop.example.com", "tls: [{hosts: [shop.example.com]}]")]
    [InlineData("shop.example.com", "tls: [{hosts: ['*.example.com']}]")]
    [InlineData("[|a.shop.example.com|]", "tls: [{hosts: ['*.example.com']}]")]
    [InlineData("shop.example.com", "tls: [{secretName: a}]")]
    [InlineData("shop.example.com", "tls: '{{ x }}'")]
    [InlineData("'{{ x }}'", "")]
    [InlineData("localhost", "")]
    [InlineData("shop.localhost", "")]
    public void Host_without_TLS(string host, string tls) => RuleVerifier.Verify<IngressWithoutTls>("ingress.yaml", Ingress("", $"  {tls}\n  rules: [{{host: {host}}}]\n"));

    [Theory]
    [InlineData("alb.ingress.kubernetes.io/certificate-arn: arn")]
    [InlineData("alb.ingress.kubernetes.io/listen-ports: '[{\"HTTPS\": 443}]'")]
    [InlineData("networking.gke.io/managed-certificates: shop")]
    public void TLS_that_the_cloud_ends(string annotation) => RuleVerifier.Verify<IngressWithoutTls>("ingress.yaml", Ingress(annotation, "  rules: [{host: shop.example.com}]\n"));

    [Theory]
    [InlineData("auth-url", "[|\"https://a/#;return 200;\"|]")]
    [InlineData("mirror-target", "[|\"https://a}\"|]")]
    [InlineData("auth-url", "https://a/?rd=$escaped_request_uri")]
    [InlineData("rewrite-target", "/$1;")]
    public void Annotation_that_breaks_out_of_its_directive(string name, string value) =>
        RuleVerifier.Verify<IngressNginxAnnotationInjection>("ingress.yaml", Ingress($"nginx.ingress.kubernetes.io/{name}: {value}", "  ingressClassName: nginx\n"));

    [Theory]
    [InlineData("[|gone|]", "80")]
    [InlineData("api", "80")]
    [InlineData("api", "[|81|]")]
    [InlineData("'{{ x }}'", "80")]
    public void Ingress_to_a_Service_that_is_not_there(string name, string port) => RuleVerifier.Verify<DanglingIngress>(
        ("service.yaml", Service("{app: api}", "port: 80")),
        ("ingress.yaml", Ingress("", $"  rules: [{{http: {{paths: [{{path: /, backend: {{service: {{name: {name}, port: {{number: {port}}}}}}}}}]}}}}]\n")));

    [Fact]
    public void Low_ports_of_a_container_are_one_finding() => RuleVerifier.Verify<PrivilegedPort>(
        "pods.yaml", Pods.Replace("[{containerPort: 8080, name: http}]", "[{containerPort: [|80|]}, {containerPort: {|#0:443|}}, {containerPort: 8080}]", StringComparison.Ordinal));

    private static string Policy(string selector) => $"apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {{name: p, namespace: shop}}\nspec:\n  {selector}\n";

    private static string Service(string selector, string port) =>
        $"apiVersion: v1\nkind: Service\nmetadata: {{name: api, namespace: shop}}\nspec:\n  selector: {selector}\n  ports: [{{{port}}}]\n";

    private static string Ingress(string annotation, string spec) =>
        $"apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: shop\n  namespace: shop\n  annotations:\n    a/b: c\n    {annotation}\nspec:\n{spec}";
}
