using HardenBuild.Rules;
using HardenBuild.Rules.Kubernetes.ControlPlane;

namespace HardenBuild.Core.Tests.Rules.Kubernetes.ControlPlane;

public sealed class ApiServerRulesTests
{
    [Theory]
    [InlineData("api", "--anonymous-auth=false")]
    [InlineData("api", "--authentication-config=/etc/kubernetes/authentication.yaml")]
    [InlineData("[|api|]", "--v=2")]
    public void Anonymous_requests_are_fine_with_a_structured_configuration(string name, string flag) => Verify<ApiserverAnonymousAuth>(name, flag);

    [Theory]
    [InlineData("api", "--authorization-mode=Node,RBAC")]
    [InlineData("api", "--authorization-config=/etc/kubernetes/authorization.yaml")]
    [InlineData("[|api|]", "--v=2")]
    [InlineData("api", "--authorization-mode=Node,[|AlwaysAllow|]")]
    public void Always_allow_is_the_default(string name, string flag) => Verify<ApiserverAuthorizationAlwaysAllow>(name, flag);

    [Theory]
    [InlineData("--authorization-mode=[|RBAC|]")]
    [InlineData("--authorization-mode=RBAC,Node")]
    [InlineData("--authorization-config=/etc/kubernetes/authorization.yaml")]
    [InlineData("--authorization-mode=$(MODES)")]
    public void Node_authorizer_is_asked_for(string flag) => Verify<ApiserverAuthorizationNodeMissing>("api", flag);

    [Theory]
    [InlineData("api", "--enable-admission-plugins=[|NamespaceLifecycle|]")]
    [InlineData("api", "--enable-admission-plugins=NamespaceLifecycle,NodeRestriction")]
    [InlineData("api", "--admission-control=NodeRestriction")]
    [InlineData("[|api|]", "--v=2")]
    public void Plugin_that_is_off_by_default_must_be_named(string name, string flag) => Verify<ApiserverNodeRestrictionMissing>(name, flag);

    [Theory]
    [InlineData("--disable-admission-plugins=DefaultStorageClass,[|ServiceAccount|]")]
    [InlineData("--enable-admission-plugins=NodeRestriction")]
    public void Plugin_that_is_on_by_default_must_not_be_disabled(string flag) => Verify<ApiserverServiceAccountPluginDisabled>("api", flag);

    [Theory]
    [InlineData("api", "--audit-log-maxage=[|7|]")]
    [InlineData("api", "--audit-log-maxage=30")]
    [InlineData("[|api|]", "--audit-log-path=/var/log/audit.log")]
    [InlineData("api", "--audit-log-path=-")]
    [InlineData("api", "--audit-webhook-config-file=/etc/kubernetes/audit-webhook.yaml")]
    public void Audit_logs_are_kept_where_they_are_files(string name, string flag) => Verify<ApiserverAuditLogMaxage>(name, flag);

    [Theory]
    [InlineData("--request-timeout=60s")]
    [InlineData("--request-timeout=5m0s")]
    [InlineData("--request-timeout=[|1h|]")]
    [InlineData("--request-timeout=[|soon|]")]
    [InlineData("--v=2")]
    public void Request_timeout_is_short(string flag) => Verify<ApiserverRequestTimeout>("api", flag);

    [Theory]
    [InlineData("--tls-cipher-suites=TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256")]
    [InlineData("--tls-cipher-suites=[|TLS_ECDHE_ECDSA_WITH_AES_64_GCM_SHA256|],TLS_AES_128_GCM_SHA256,[|TLS_RSA_WITH_AES_256_GCM_SHA384|]")]
    [InlineData("--tls-min-version=VersionTLS12")]
    [InlineData("--v=2")]
    public void Ciphers_are_strong_or_left_to_go(string flag) => Verify<ApiserverWeakTlsCiphers>("api", flag);

    [Fact]
    public void Missing_key_of_a_pair_is_named()
    {
        const string Text = """
            apiVersion: v1
            kind: Pod
            metadata:
              name: kube-apiserver
            spec:
              containers:
                - name: api
                  command: [kube-apiserver, --tls-cert-file=/pki/apiserver.crt]

            """;

        var finding = Assert.Single(RuleVerifier.Scan(RuleCatalog.All.OfType<ApiserverTlsCertificate>().Single(), [("pod.yaml", Text)]));

        Assert.EndsWith("set '--tls-private-key-file'", finding.Message, StringComparison.Ordinal);
        Assert.Equal("Pod/kube-apiserver/container/api", finding.LogicalPath);
    }

    private static void Verify<TRule>(string name, string flag)
        where TRule : Rule => RuleVerifier.Verify<TRule>("pod.yaml", $$$"""
            apiVersion: v1
            kind: Pod
            metadata:
              name: kube-apiserver
            spec:
              containers:
                - name: {{{name}}}
                  command:
                    - kube-apiserver
                    - {{{flag}}}

            """);
}
