using HardenBuild.Configuration;
using HardenBuild.Core.Tests.Yaml;
using HardenBuild.Rules;
using HardenBuild.Scanning;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Kubernetes;

public sealed class SupersededRuleTests
{
    [Theory]
    [InlineData("securityContext: {runAsUser: 0}\n", "HB3006", "HB3005")]
    [InlineData("volumes: [{name: v, hostPath: {path: /etc}}]\n", "HB3042", "HB3041")]
    [InlineData("volumes: [{name: v, hostPath: {path: /var/run/docker.sock}}]\n", "HB3044", "HB3041")]
    [InlineData("volumes: [{name: v, hostPath: {path: /usr/libexec/podman.sock}}]\n", "HB3044", "HB3042")]
    public void Most_specific_rule_on_a_token_speaks_alone(string fields, string reported, string silent)
    {
        var ids = Ids(Manifests.PodWithContainer(fields));

        Assert.Contains(reported, ids);
        Assert.DoesNotContain(silent, ids);
    }

    [Fact]
    public void Sys_admin_is_not_also_reported_as_outside_the_baseline() =>
        Assert.Equal(["HB3015", "HB3016"], Ids(Manifests.SecurityContext("capabilities: {add: [SYS_ADMIN, NET_ADMIN]}")).Where(id => id is "HB3015" or "HB3016"));

    [Fact]
    public void Privileged_container_is_not_blamed_for_what_follows_from_it() =>
        Assert.Equal(["HB3001", "HB3005", "HB3040"], Ids(Manifests.SecurityContext("privileged: true")));

    [Fact]
    public void Annotation_of_the_object_silences_a_rule() =>
        Assert.DoesNotContain("HB3001", Ids(Manifests.SecurityContext("privileged: true").Replace("name: shop", "name: shop\n  annotations: {hardenbuild.dev/disable: \"HB3001 -- needed\"}", StringComparison.Ordinal)));

    [Fact]
    public void Comment_above_a_container_silences_it() =>
        Assert.DoesNotContain("HB3001", Ids(Manifests.Pod("containers:\n# hardenbuild:disable=HB3001 -- needed\n- name: web\n  securityContext:\n    privileged: true\n")));

    private static List<string> Ids(string text)
    {
        var selection = new RuleSelection(new SeverityResolver(EditorConfigSet.Empty, RuleMode.Default, "/repository"), []);
        return [.. new TextScan(selection, useSuppressions: true)
            .Run([new InputText(SourceText.From("deployment.yaml", text), InputFormat.Kubernetes)], TestContext.Current.CancellationToken)
            .Where(finding => !finding.IsSuppressed)
            .Select(finding => finding.Finding.Rule.Id)
            .Order(StringComparer.Ordinal)];
    }
}
