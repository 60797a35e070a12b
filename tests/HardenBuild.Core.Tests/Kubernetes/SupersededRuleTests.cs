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
    [InlineData("volumes: [{name: v, hostPath: {path: /srv/../.aws}}]\n", "HB3045", "HB3041")]
    [InlineData("volumes: [{name: v, cinder: {volumeID: x}}]\n", "HB3046", "HB3048")]
    [InlineData("volumes: [{name: v, rbd: {}}]\n", "HB3048", "HB3046")]
    public void Most_specific_rule_on_a_token_speaks_alone(string fields, string reported, string silent)
    {
        var ids = Ids(Manifests.PodWithContainer(fields));

        Assert.Contains(reported, ids);
        Assert.DoesNotContain(silent, ids);
    }

    [Fact]
    public void Capability_is_reported_once_by_the_rule_that_knows_it_best() => Assert.Equal(
        ["HB3014", "HB3015", "HB3016", "HB3017", "HB3018", "HB3019"],
        Ids(Manifests.SecurityContext("capabilities: {drop: [ALL], add: [CHOWN, LEASE, SYS_ADMIN, NET_RAW, SYS_MODULE, NET_ADMIN, NET_BIND_SERVICE]}")).Where(id => id is [.., '1', _]));

    [Fact]
    public void Policy_of_an_image_without_version_is_part_of_its_finding()
    {
        var ids = Ids(Manifests.Pod("containers: [{name: web, image: web, imagePullPolicy: IfNotPresent}]\n"));

        Assert.Contains("HB3067", ids);
        Assert.DoesNotContain("HB3070", ids);
    }

    [Fact]
    public void Unconfined_profile_is_not_also_missing() =>
        Assert.DoesNotContain("HB3027", Ids(Manifests.SecurityContext("seccompProfile: {type: Unconfined}")));

    [Fact]
    public void Root_user_that_cannot_start_is_reported_as_that() =>
        Assert.Equal(["HB3007"], Ids(Manifests.SecurityContext("runAsNonRoot: true\nrunAsUser: 0")).Where(id => id is "HB3005" or "HB3006" or "HB3007"));

    [Fact]
    public void Privileged_container_is_not_blamed_for_what_follows_from_it() =>
        Assert.Equal(["HB3001", "HB3005", "HB3040"], Ids(Manifests.SecurityContext("privileged: true")).Where(static id => string.CompareOrdinal(id, "HB3050") < 0));

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
