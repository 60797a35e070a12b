using HardenBuild.Rules.Kubernetes.Network;
using HardenBuild.Rules.Kubernetes.Objects;

namespace HardenBuild.Core.Tests.Rules.Kubernetes.Network;

/// <summary>References to what no file defines, which only the strict rules report.</summary>
public sealed class OutOfSightRuleTests
{
    private const string Pods = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: api, namespace: shop}\nspec:\n  template:\n    metadata: {labels: {app: api}}\n    spec: {containers: [{name: api}]}\n";
    private const string Operator = "apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata: {name: db, namespace: shop}\nspec: {instances: 3}\n";

    [Theory]
    [InlineData("[|{app: api}|]")]
    [InlineData("{app: '{{ x }}'}")]
    [InlineData("{}")]
    public void Service_without_any_pods(string selector) => RuleVerifier.Verify<ServicePodsOutOfSight>("service.yaml", Service(selector));

    [Fact]
    public void Service_whose_pods_are_there_or_may_be() => RuleVerifier.Verify<ServicePodsOutOfSight>(("pods.yaml", Pods), ("service.yaml", Service("{app: api}")));

    [Fact]
    public void Service_beside_other_pods_is_told_by_the_milder_rule()
    {
        RuleVerifier.Verify<ServicePodsOutOfSight>(("pods.yaml", Pods), ("service.yaml", Service("{app: web}")));
        RuleVerifier.Verify<DanglingService>(("pods.yaml", Pods), ("service.yaml", Service("[|{app: web}|]")));
    }

    [Fact]
    public void Service_of_pods_that_an_operator_makes() => RuleVerifier.Verify<ServicePodsOutOfSight>(("db.yaml", Operator), ("service.yaml", Service("{app: db}")));

    [Theory]
    [InlineData("{matchLabels: [|{app: api}|]}")]
    [InlineData("{matchLabels: {app: '{{ x }}'}}")]
    [InlineData("{}")]
    public void Policy_without_any_pods(string selector) => RuleVerifier.Verify<NetworkPolicyPodsOutOfSight>("policy.yaml", Policy(selector));

    [Theory]
    [InlineData("{podSelector: {matchLabels: [|{app: gateway}|]}}")]
    [InlineData("{podSelector: {matchLabels: {app: api}}}")]
    [InlineData("{podSelector: {matchLabels: {app: gateway}}, namespaceSelector: {}}")]
    [InlineData("{podSelector: {matchLabels: {app: '{{ x }}'}}}")]
    [InlineData("{ipBlock: {cidr: 10.0.0.0/8}}")]
    public void Peer_without_any_pods(string peer) => RuleVerifier.Verify<NetworkPolicyPeerOutOfSight>(
        ("pods.yaml", Pods),
        ("policy.yaml", Policy("{matchLabels: {app: api}}") + $"  ingress: [{{from: [{peer}]}}]\n"));

    [Theory]
    [InlineData("networking.k8s.io/v1", "{service: {name: [|api|], port: {number: 80}}}")]
    [InlineData("networking.k8s.io/v1", "{service: {name: '{{ x }}', port: {number: 80}}}")]
    [InlineData("networking.k8s.io/v1", "{resource: {kind: Bucket, name: api}}")]
    [InlineData("networking.k8s.io/v1beta1", "{serviceName: [|api|], servicePort: 80}")]
    public void Ingress_without_any_Services(string version, string backend) => RuleVerifier.Verify<IngressServiceOutOfSight>("ingress.yaml", Ingress(version, backend));

    [Fact]
    public void Ingress_whose_Service_is_there() =>
        RuleVerifier.Verify<IngressServiceOutOfSight>(("service.yaml", Service("{app: api}")), ("ingress.yaml", Ingress("networking.k8s.io/v1", "{service: {name: api, port: {number: 80}}}")));

    [Theory]
    [InlineData("networking.k8s.io/v1", "{serviceName: [|api|], servicePort: 80}")]
    [InlineData("networking.k8s.io/v1", "{service: {name: api, port: {number: 80}}}")]
    [InlineData("networking.k8s.io/v1beta1", "{serviceName: api, servicePort: 80}")]
    public void Backend_in_the_form_of_another_version_leads_nowhere(string version, string backend) =>
        RuleVerifier.Verify<DanglingIngress>(("service.yaml", Service("{app: api}")), ("ingress.yaml", Ingress(version, backend)));

    [Theory]
    [InlineData("{name: [|api|], port: 80}")]
    [InlineData("{name: api, kind: InferencePool, group: inference.networking.k8s.io}")]
    [InlineData("{name: '{{ x }}'}")]
    public void Route_without_any_Services(string backend) => RuleVerifier.Verify<GatewayBackendOutOfSight>(
        "route.yaml",
        $"apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {{name: api, namespace: shop}}\nspec: {{rules: [{{backendRefs: [{backend}]}}]}}\n");

    [Theory]
    [InlineData("[|db|]")]
    [InlineData("'{{ x }}'")]
    [InlineData("''")]
    public void Stateful_set_without_any_Services(string name) => RuleVerifier.Verify<StatefulsetServiceOutOfSight>(
        "db.yaml",
        $"apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {{name: db, namespace: shop}}\nspec:\n  serviceName: {name}\n  template: {{spec: {{containers: [{{name: db}}]}}}}\n");

    [Theory]
    [InlineData("secretKeyRef: {name: [|keys|], key: a}")]
    [InlineData("configMapKeyRef: {name: [|keys|], key: a}")]
    [InlineData("configMapKeyRef: {name: keys, key: a, optional: true}")]
    [InlineData("configMapKeyRef: {name: settings, key: other}")]
    [InlineData("secretKeyRef: {name: '{{ x }}', key: a}")]
    [InlineData("fieldRef: {fieldPath: metadata.name}")]
    public void Variable_from_an_object_that_no_file_defines(string source) => RuleVerifier.Verify<EnvReferenceOutOfSight>(
        ("pods.yaml", Pods.Replace("{name: api}]", $"{{name: api, env: [{{name: A, valueFrom: {{{source}}}}}]}}]", StringComparison.Ordinal)),
        ("settings.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings, namespace: shop}\ndata: {a: b}\n"));

    private static string Service(string selector) =>
        $"apiVersion: v1\nkind: Service\nmetadata: {{name: api, namespace: shop}}\nspec:\n  selector: {selector}\n  ports: [{{port: 80}}]\n";

    private static string Policy(string selector) =>
        $"apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {{name: api, namespace: shop}}\nspec:\n  podSelector: {selector}\n";

    private static string Ingress(string version, string backend) =>
        $"apiVersion: {version}\nkind: Ingress\nmetadata: {{name: api, namespace: shop}}\nspec:\n  rules: [{{host: shop.example.com, http: {{paths: [{{path: /, backend: {backend}}}]}}}}]\n";
}
