using HardenBuild.Core.Tests.Yaml;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Rules;

namespace HardenBuild.Core.Tests.Kubernetes;

/// <summary>Where each kind keeps its pod.</summary>
public sealed class WorkloadKindTests
{
    [Theory]
    [MemberData(nameof(WorkloadKinds.Names), MemberType = typeof(WorkloadKinds))]
    public void Pod_is_found_in_every_kind(string kind)
    {
        var workload = Assert.Single(Read(WorkloadKinds.Manifest(kind, "containers: [{name: a}]\n", "annotations: {note: x}\n")));

        Assert.Equal("a", Assert.Single(workload.Containers).Name.Known?.Value);
        Assert.True(workload.Pod.Annotations.Text("note").Is("x"));
    }

    [Theory]
    [InlineData("v1", "Service", "{template: {spec: {containers: [{name: a}]}}}")]
    [InlineData("argoproj.io/v1alpha1", "Rollout", "{workloadRef: {kind: Deployment, name: x}, template: {spec: {containers: [{name: a}]}}}")]
    [InlineData("example.com/v1", "Deployment", "{template: {spec: {containers: [{name: a}]}}}")]
    [InlineData("apps/v1", "Deployment", "{template: {{ .Values.template }}}")]
    [InlineData("apps/v1", "Deployment", "text")]
    public void Other_objects_have_no_pod(string apiVersion, string kind, string spec) =>
        Assert.Empty(Read($"apiVersion: {apiVersion}\nkind: {kind}\nmetadata: {{name: x}}\nspec: {spec}\n"));

    private static System.Collections.Immutable.ImmutableArray<Workload> Read(string text) => ManifestReader.Read(YamlDump.Parse(text), RuleOptions.Defaults).Workloads;
}
