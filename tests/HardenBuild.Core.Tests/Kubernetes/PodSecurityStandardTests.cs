using HardenBuild.Configuration;
using HardenBuild.Core.Tests.Yaml;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.PodSecurity;
using HardenBuild.Rules;
using HardenBuild.Scanning;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Kubernetes;

/// <summary>Every control of the Pod Security Standards with each allowed and each forbidden value.</summary>
public sealed class PodSecurityStandardTests
{
    private static readonly string[] Lists = ["containers", "initContainers", "ephemeralContainers"];

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, PodSecurityCase.All.Count)];

    [Fact]
    public void Every_control_is_tested() =>
        Assert.Equal(Enum.GetValues<PodSecurityControl>(), PodSecurityCase.All.Select(test => test.Control).Distinct().Order());

    [Theory]
    [MemberData(nameof(Cases))]
    public void Allowed_values_violate_nothing(int number)
    {
        foreach (var (test, value, text) in Manifests(number, test => test.Allowed))
            Assert.False(Violates(text, test.Control), $"{test.Control} {value}\n{text}");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Forbidden_values_violate_the_control(int number)
    {
        foreach (var (test, value, text) in Manifests(number, test => test.Forbidden))
            Assert.True(Violates(text, test.Control), $"{test.Control} {value}\n{text}");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Windows_pods_are_exempt_from_what_only_Linux_has(int number)
    {
        foreach (var (test, value, text) in Manifests(number, test => test.Forbidden, "os: {name: windows}\n"))
            Assert.True(Violates(text, test.Control) != test.IsForLinuxOnly, $"{test.Control} {value}\n{text}");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Label_of_the_node_is_no_exemption(int number)
    {
        foreach (var (test, value, text) in Manifests(number, test => test.Forbidden, "nodeSelector: {kubernetes.io/os: windows}\n"))
            Assert.True(Violates(text, test.Control), $"{test.Control} {value}\n{text}");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Placeholders_violate_nothing(int number)
    {
        var test = PodSecurityCase.All[number];
        foreach (var list in ListsOf(test))
            Assert.False(Violates(test.Manifest("'{{ .Values.x }}'", list), test.Control) && !test.Fragment.StartsWith("volumes", StringComparison.Ordinal), test.Fragment);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Rules_agree_with_the_standard(int number)
    {
        var test = PodSecurityCase.All[number];
        if (test.Rules.Length == 0)
            return;
        foreach (var list in ListsOf(test))
        {
            foreach (var value in test.Forbidden)
                Assert.True(Ids(test.Manifest(value, list)).Intersect(test.Rules).Any(), $"{test.Control} {value} in {list}");
            // Other controls of the same field may still be violated: capabilities that only 'restricted' forbids.
            foreach (var value in test.Allowed.Where(value => test.Control != PodSecurityControl.Capabilities && test.Scope != "annotation"))
            {
                var reported = RuleVerifierIds(test.Manifest(value, list), test.Rules);
                Assert.True(reported.Count == 0, $"{test.Control} {value} in {list}: {string.Join(' ', reported)}");
            }
        }
    }

    [Theory]
    [InlineData("volumes: [{name: v}]", "")]
    [InlineData("securityContext: {runAsNonRoot: false}\ncontainers: [{name: a, securityContext: {runAsNonRoot: true}}]", "RunAsNonRoot")]
    [InlineData("securityContext: {runAsNonRoot: true}\ncontainers: [{name: a}]", "")]
    [InlineData("securityContext: {runAsNonRoot: true}\ncontainers: [{name: a, securityContext: {runAsNonRoot: false}}]", "RunAsNonRoot")]
    [InlineData("containers: [{name: a, securityContext: {runAsNonRoot: true}}]\ninitContainers: [{name: i}]", "RunAsNonRoot")]
    [InlineData("securityContext: {runAsUser: 0, runAsNonRoot: true}\ncontainers: [{name: a, securityContext: {runAsUser: 5}}]", "RunAsUser")]
    [InlineData("securityContext: {seccompProfile: {type: Unconfined}}\ncontainers: [{name: a, securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}}]", "Seccomp RestrictedSeccomp")]
    [InlineData("containers: [{name: a, securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}}]", "")]
    [InlineData("securityContext: {runAsNonRoot: {{ x }}}\ncontainers: [{name: a}]", "")]
    public void Pod_and_containers_are_judged_each(string fields, string expected)
    {
        var controls = Evaluate("apiVersion: v1\nkind: Pod\nmetadata: {name: shop}\nspec:\n" + string.Concat(fields.Split('\n').Select(line => "  " + line + "\n")))
            .Select(violation => violation.Control)
            .Where(control => control is PodSecurityControl.RunAsNonRoot or PodSecurityControl.RunAsUser or PodSecurityControl.VolumeTypes or PodSecurityControl.Seccomp
                || (control == PodSecurityControl.RestrictedSeccomp && fields.Contains("seccomp", StringComparison.Ordinal)))
            .Distinct();

        Assert.Equal(expected, string.Join(' ', controls.OrderBy(control => (int)control).Select(control => control.ToString())));
    }

    [Theory]
    [InlineData("sysctls: [{name: net.ipv4.ip_local_reserved_ports}]", 26, 27, PodSecurityControl.Sysctls)]
    [InlineData("sysctls: [{name: net.ipv4.tcp_keepalive_time}]", 28, 29, PodSecurityControl.Sysctls)]
    [InlineData("sysctls: [{name: net.ipv4.tcp_wmem}]", 31, 32, PodSecurityControl.Sysctls)]
    [InlineData("seLinuxOptions: {type: container_engine_t}", 30, 31, PodSecurityControl.SelinuxOptions)]
    public void Later_versions_allow_more(string context, int forbidden, int allowed, object control)
    {
        var text = $"apiVersion: v1\nkind: Pod\nspec:\n  securityContext: {{{context}}}\n  containers: [{{name: a}}]\n";

        Assert.Contains(Evaluate(text, new PodSecurityVersion(forbidden)), violation => violation.Control.Equals(control));
        Assert.DoesNotContain(Evaluate(text, new PodSecurityVersion(allowed)), violation => violation.Control.Equals(control));
    }

    [Theory]
    [InlineData("containers: [{name: a, livenessProbe: {httpGet: {host: x}}}]", 33, 34, PodSecurityControl.HostProbes)]
    [InlineData("containers: [{name: a, securityContext: {runAsUser: 0}}]", 22, 23, PodSecurityControl.RunAsUser)]
    [InlineData("containers: [{name: a}]", 21, 22, PodSecurityControl.RestrictedCapabilities)]
    [InlineData("containers: [{name: a}]", 18, 19, PodSecurityControl.RestrictedSeccomp)]
    [InlineData("containers: [{name: a}]", 7, 8, PodSecurityControl.PrivilegeEscalation)]
    public void Later_versions_demand_more(string fields, int allowed, int forbidden, object control)
    {
        var text = $"apiVersion: v1\nkind: Pod\nspec:\n  {fields}\n";

        Assert.DoesNotContain(Evaluate(text, new PodSecurityVersion(allowed)), violation => violation.Control.Equals(control));
        Assert.Contains(Evaluate(text, new PodSecurityVersion(forbidden)), violation => violation.Control.Equals(control));
    }

    [Fact]
    public void Windows_pods_are_exempt_since_1_25()
    {
        const string Text = "apiVersion: v1\nkind: Pod\nspec:\n  os: {name: windows}\n  containers: [{name: a}]\n";

        Assert.Contains(Evaluate(Text, new PodSecurityVersion(24)), violation => violation.Control == PodSecurityControl.PrivilegeEscalation);
        Assert.DoesNotContain(Evaluate(Text, new PodSecurityVersion(25)), violation => violation.Control == PodSecurityControl.PrivilegeEscalation);
    }

    [Theory]
    [InlineData("latest", "latest")]
    [InlineData("v1.25", "v1.25")]
    [InlineData("1.25", null)]
    [InlineData("v2.0", null)]
    [InlineData("v1.25.3", null)]
    [InlineData("v1.-1", null)]
    [InlineData("", null)]
    public void Versions_are_latest_or_a_minor_one(string text, string? expected) => Assert.Equal(expected, PodSecurityVersion.Parse(text)?.ToString());

    [Fact]
    public void Level_privileged_admits_everything() =>
        Assert.Empty(PodSecurityStandard.Evaluate(Pod(PodSecurityCase.All[0].Manifest("true")), PodSecurityLevel.Privileged, PodSecurityVersion.Latest));

    [Fact]
    public void Level_baseline_asks_nothing_of_the_restricted_controls() => Assert.Empty(
        PodSecurityStandard.Evaluate(Pod("apiVersion: v1\nkind: Pod\nspec:\n  containers: [{name: a}]\n"), PodSecurityLevel.Baseline, PodSecurityVersion.Latest));

    private static IEnumerable<string> ListsOf(PodSecurityCase test) => test.Scope != "container" ? ["containers"]
        : test.Control == PodSecurityControl.HostProbes ? Lists.Take(2) : Lists;

    private static IEnumerable<(PodSecurityCase Test, string Value, string Text)> Manifests(int number, Func<PodSecurityCase, string[]> values, string podFields = "")
    {
        var test = PodSecurityCase.All[number];
        foreach (var list in ListsOf(test))
        {
            foreach (var value in values(test))
                yield return (test, value, test.Manifest(value, list, podFields));
        }
    }

    private static bool Violates(string text, PodSecurityControl control) => Evaluate(text).Any(violation => violation.Control == control);

    private static System.Collections.Immutable.ImmutableArray<PodSecurityViolation> Evaluate(string text, PodSecurityVersion? version = null) =>
        PodSecurityStandard.Evaluate(Pod(text), PodSecurityLevel.Restricted, version ?? PodSecurityVersion.Latest);

    private static PodTemplate Pod(string text) => ManifestReader.Read(YamlDump.Parse(text), RuleOptions.Defaults).Workloads[0].Pod;

    private static List<string> RuleVerifierIds(string text, string[] rules) => [.. Ids(text).Intersect(rules)];

    private static List<string> Ids(string text)
    {
        var selection = new RuleSelection(new SeverityResolver(EditorConfigSet.Empty, RuleMode.All, "/repository"), []);
        return [.. new TextScan(selection, useSuppressions: true)
            .Run([new InputText(SourceText.From("pod.yaml", text), InputFormat.Kubernetes)], TestContext.Current.CancellationToken)
            .Select(finding => finding.Finding.Rule.Id)];
    }
}
