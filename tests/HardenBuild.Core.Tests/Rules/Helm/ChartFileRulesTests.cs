using HardenBuild.Rules.Helm.Files;
using HardenBuild.Rules.Helm.Metadata;

namespace HardenBuild.Core.Tests.Rules.Helm;

public sealed class ChartFileRulesTests
{
    private const string Chart = "apiVersion: v2\nname: shop\nversion: 1.0.0\n";

    [Theory]
    [InlineData("apiVersion: v1\nname: shop\nversion: 1.0.0\nengine: gotpl\n")]
    [InlineData("apiVersion: v2\nname: shop\nversion: 1.0.0\nappVersion: \"1\"\nannotations:\n  anything: x\nmaintainers:\n  - name: a\n")]
    public void Accepts_what_Helm_takes(string text) => RuleVerifier.Verify<HelmChartMetadataInvalid>("Chart.yaml", text);

    [Theory]
    [InlineData("[|name|]: shop\nversion: 1.0.0\n")]
    [InlineData("apiVersion: [|v4|]\nname: shop\nversion: 1.0.0\n")]
    [InlineData("apiVersion: v2\nname: shop\nversion: 1.0.0\n[|app_version|]: x\n")]
    [InlineData("apiVersion: v2\nname: shop\nversion: 1.0.0\nmaintainers:\n  - [|email|]: a@example.com\n")]
    [InlineData("apiVersion: v2\nname: [|Shop_API|]\nversion: 1.0.0\n")]
    public void Reports_what_Helm_does_not_take(string text) => RuleVerifier.Verify<HelmChartMetadataInvalid>("Chart.yaml", text);

    [Theory]
    [InlineData("1.2.3")]
    [InlineData("\"1.10\"")]
    [InlineData("v1")]
    public void Accepts_versions_that_are_text(string version) => RuleVerifier.Verify<HelmChartAppVersionNotString>("Chart.yaml", Chart + "appVersion: " + version + "\n");

    [Theory]
    [InlineData("^20.0.0", "20.1.4", "https://charts.example.com/")]
    [InlineData("20.x", "20.1.4", "https://charts.example.com")]
    public void Accepts_a_lock_that_fits(string range, string version, string repository) => RuleVerifier.Verify<HelmDependencyLockStale>(
        ("Chart.yaml", Chart + $"dependencies:\n  - name: redis\n    version: {range}\n    repository: https://charts.example.com\n"),
        ("Chart.lock", $"dependencies:\n- name: redis\n  repository: {repository}\n  version: {version}\n"));

    [Theory]
    [InlineData("dependencies: []\n")]
    [InlineData("dependencies:\n- name: redis\n  repository: https://other.example.com\n  version: 20.1.0\n")]
    public void Reports_a_lock_that_lacks_or_moves_it(string locked) => RuleVerifier.Verify<HelmDependencyLockStale>(
        ("Chart.yaml", Chart + "dependencies:\n  - name: [|redis|]\n    version: 20.1.0\n    repository: https://charts.example.com\n"), ("Chart.lock", locked));

    [Fact]
    public void A_lock_file_that_is_no_YAML_says_nothing() => RuleVerifier.Verify<HelmDependencyLockStale>(
        ("Chart.yaml", Chart + "dependencies:\n  - name: redis\n    version: 20.1.0\n    repository: https://charts.example.com\n"), ("Chart.lock", "[: {"));

    [Theory]
    [InlineData(".env.example")]
    [InlineData("certs/public.pem")]
    [InlineData("dashboards/web.json")]
    public void Accepts_files_without_secrets(string path) => RuleVerifier.Verify<HelmSecretFilePackaged>(("Chart.yaml", Chart), (path, "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"));

    [Theory]
    [InlineData("apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: a\nspec:\n  versions:\n    - schema:\n        description: \"{{ x }}\"\n")]
    [InlineData("# nothing\n")]
    public void Accepts_plain_definitions(string text) => RuleVerifier.Verify<HelmCrdsFolderTemplated>(("Chart.yaml", Chart), ("crds/a.yaml", text));

    [Theory]
    [InlineData("apiVersion: v1\nkind: [|ConfigMap|]\nmetadata:\n  name: a\n")]
    [InlineData("[|{{- if .Values.crds }}|]\napiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\n{{- end }}\n")]
    public void Reports_files_that_are_no_definitions(string text) => RuleVerifier.Verify<HelmCrdsFolderTemplated>(("Chart.yaml", Chart), ("crds/a.yaml", text));
}
