using HardenBuild.Rules;
using HardenBuild.Rules.Kubernetes.ControlPlane;

namespace HardenBuild.Core.Tests.Rules.Kubernetes.ControlPlane;

public sealed class ConfigurationRulesTests
{
    private const string Key = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    [Theory]
    [InlineData("[|identity|]: {}")]
    [InlineData("kms: {apiVersion: v2, name: vault}")]
    [InlineData("[|kms|]: {name: vault}")]
    [InlineData("[|kms|]: {apiVersion: v1, name: vault}")]
    [InlineData("aescbc: {keys: [{name: a, secret: [|" + Key + "|]}]}")]
    [InlineData("aescbc: {keys: [{name: a, secret: <base64 of 32 bytes>}]}")]
    [InlineData("aescbc: {keys: [{name: a, secret: '${KEY}'}]}")]
    public void First_provider_encrypts_with_a_key_that_is_not_here(string provider) => RuleVerifier.Verify<EncryptionConfigurationWeak>("encryption.yaml", $$"""
        apiVersion: apiserver.config.k8s.io/v1
        kind: EncryptionConfiguration
        resources:
          - resources: [secrets, configmaps]
            providers:
              - {{provider}}
              - identity: {}

        """);

    [Fact]
    public void Never_repeats_a_key()
    {
        const string Text = $$"""
            apiVersion: apiserver.config.k8s.io/v1
            kind: EncryptionConfiguration
            resources:
              - resources: [secrets]
                providers:
                  - secretbox: {keys: [{name: a, secret: {{Key}}}]}

            """;

        var finding = Assert.Single(RuleVerifier.Scan(RuleCatalog.All.OfType<EncryptionConfigurationWeak>().Single(), [("encryption.yaml", Text)]));

        Assert.True(finding.Rule.Metadata.IsAboutSecretValue);
        Assert.DoesNotContain(Key, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'*.*'", "[|identity|]")]
    [InlineData("configmaps", "identity")]
    public void Identity_is_reported_for_secrets_alone(string resource, string provider) => RuleVerifier.Verify<EncryptionConfigurationWeak>("encryption.yaml", $$"""
        apiVersion: apiserver.config.k8s.io/v1
        kind: EncryptionConfiguration
        resources:
          - resources: [{{resource}}]
            providers:
              - {{provider}}: {}

        """);

    [Fact]
    public void Accepts_policy_that_spares_secrets_and_logs_the_rest() => RuleVerifier.Verify<AuditPolicyIncomplete>("audit.yaml", """
        apiVersion: audit.k8s.io/v1
        kind: Policy
        omitStages: [RequestReceived]
        rules:
          - level: None
            users: [system:kube-proxy]
            verbs: [watch]
          - level: None
            nonResourceURLs: ["/healthz*"]
          - level: Metadata
            resources:
              - group: ""
                resources: [secrets, configmaps]
              - group: authentication.k8s.io
                resources: [tokenreviews]
          - level: RequestResponse

        """);

    [Fact]
    public void Reports_contents_of_secrets_that_one_user_writes_to_the_log() => RuleVerifier.Verify<AuditPolicyIncomplete>("audit.yaml", """
        apiVersion: audit.k8s.io/v1
        kind: Policy
        rules:
          - level: [|Request|]
            users: [admin]
          - level: Metadata

        """);

    [Fact]
    public void Reports_what_leaves_no_trace() => RuleVerifier.Verify<AuditPolicyIncomplete>("audit.yaml", """
        apiVersion: audit.k8s.io/v1
        kind: Policy
        [|rules|]:
          - level: None
            resources:
              - group: ""
                resources: ["pods/*"]
          - level: Metadata

        """);

    [Fact]
    public void Is_silent_about_policies_of_others() => RuleVerifier.Verify<AuditPolicyIncomplete>("policy.yaml", """
        apiVersion: kyverno.io/v1
        kind: Policy
        metadata:
          name: require-labels

        """);

    [Theory]
    [InlineData("[|plugins|]", "PodSecurity")]
    [InlineData("plugins", "EventRateLimit")]
    [InlineData("plugins", "'{{ plugin }}'")]
    public void Rate_limit_may_stand_in_the_admission_configuration(string key, string plugin) => RuleVerifier.Verify<ApiserverEventRateLimitMissing>("admission.yaml", $$$"""
        apiVersion: apiserver.config.k8s.io/v1
        kind: AdmissionConfiguration
        {{{key}}}:
          - name: {{{plugin}}}

        """);
}
