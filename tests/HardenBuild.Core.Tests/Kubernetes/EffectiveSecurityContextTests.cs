using HardenBuild.Core.Tests.Yaml;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Rules;

namespace HardenBuild.Core.Tests.Kubernetes;

public sealed class EffectiveSecurityContextTests
{
    [Theory]
    [InlineData("", "", null)]
    [InlineData("runAsUser: 1", "", 1L)]
    [InlineData("", "runAsUser: 2", 2L)]
    [InlineData("runAsUser: 1", "runAsUser: 2", 2L)]
    [InlineData("runAsUser: 1", "runAsUser: null", 1L)]
    [InlineData("runAsUser: 1", "runAsUser: ", 1L)]
    public void Container_overrides_the_pod(string pod, string container, long? expected) =>
        Assert.Equal(expected, Read(pod, container).RunAsUser.Known?.Value);

    [Theory]
    [InlineData("runAsUser: \"0\"")]
    [InlineData("runAsUser: {{ .Values.user }}")]
    [InlineData("runAsUser: \"{{ .Values.user }}\"")]
    [InlineData("runAsUser: [0]")]
    [InlineData("runAsUser: 0.5")]
    public void What_cannot_be_told_is_unknown_and_hides_the_pod(string container)
    {
        var user = Read("runAsUser: 0", container).RunAsUser;

        Assert.True(user.IsUnknown);
        Assert.Null(user.Known);
    }

    [Fact]
    public void Placeholder_for_a_whole_security_context_makes_its_fields_unknown()
    {
        var pod = ManifestReader.Read(YamlDump.Parse(Manifests.Container("securityContext: {{ .Values.context }}")), RuleOptions.Defaults).Workloads[0];

        Assert.True(pod.Containers[0].Security.Privileged.IsUnknown);
        Assert.True(pod.Containers[0].Security.DroppedCapabilities.IsUnknown);
        Assert.True(pod.Containers[0].Security.SeccompProfile.IsUnknown);
    }

    [Theory]
    [InlineData("privileged: yes", true)]
    [InlineData("privileged: True", true)]
    [InlineData("privileged: off", false)]
    [InlineData("privileged: \"true\"", null)]
    public void Booleans_are_read_as_the_API_reads_them(string container, bool? expected) =>
        Assert.Equal(expected, Read("", container).Privileged.Known?.Value);

    [Fact]
    public void Pod_does_not_hand_down_container_fields() =>
        Assert.True(Read("readOnlyRootFilesystem: true", "").ReadOnlyRootFilesystem.IsAbsent);

    [Fact]
    public void Merge_keys_and_aliases_are_followed()
    {
        var workload = ManifestReader.Read(YamlDump.Parse(Manifests.Pod(
            "x-safe: &safe {runAsUser: 7, privileged: true}\ncontainers:\n- name: a\n  securityContext:\n    <<: *safe\n    privileged: false\n- name: b\n  securityContext: *safe\n")), RuleOptions.Defaults).Workloads[0];

        Assert.Equal(7, workload.Containers[0].Security.RunAsUser.Known?.Value);
        Assert.False(workload.Containers[0].Security.IsPrivileged);
        Assert.True(workload.Containers[1].Security.IsPrivileged);
    }

    private static EffectiveSecurityContext Read(string pod, string container)
    {
        var text = Manifests.Pod($"securityContext:\n  {pod}\ncontainers:\n- name: a\n  securityContext:\n    {container}\n");
        return ManifestReader.Read(YamlDump.Parse(text), RuleOptions.Defaults).Workloads[0].Containers[0].Security;
    }
}
