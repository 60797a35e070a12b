using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Sets;
using HardenBuild.Rules;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Kubernetes;

public sealed class ManifestSetTests
{
    [Theory]
    [InlineData("a/x.yaml", "a/x.yaml", "b/x.yaml", "a/x.yaml")]
    [InlineData("a/y.yaml", "a/x.yaml", "b/x.yaml", "a/x.yaml")]
    [InlineData("a/b/y.yaml", "a/x.yaml", "b/x.yaml", "a/x.yaml")]
    [InlineData("c/y.yaml", null, "a/x.yaml", "b/x.yaml")]
    [InlineData("c/y.yaml", "b/x.yaml", "b/x.yaml")]
    [InlineData("a/x.yaml", null)]
    public void Nearest_object_is_meant(string from, string? expected, params string[] others)
    {
        var set = Read([(from, Object("Service", "user", null)), .. others.Select(path => (path, Object("Secret", "key", null)))]);

        Assert.Equal(expected, set.Resolve("Secret", Setting<string>.Absent, "key", set.Objects.First(manifest => manifest.Name.Is("user")))?.Path);
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("a", "a", true)]
    [InlineData("a", "b", false)]
    [InlineData(null, "default", true)]
    [InlineData(null, "b", true)]
    public void Namespace_that_is_left_open_may_be_any(string? own, string? other, bool isFound)
    {
        var set = Read([("x.yaml", Object("Service", "user", own)), ("y.yaml", Object("Secret", "key", other))]);

        Assert.Equal(isFound, set.Named("Secret", set.Objects[0].Namespace, "key").Any());
    }

    [Fact]
    public void Kind_is_found_by_its_group()
    {
        var set = Read([("x.yaml", "apiVersion: v1\nkind: Service\n---\napiVersion: serving.knative.dev/v1\nkind: Service\nspec: {template: {spec: {containers: [{name: a}]}}}\n")]);

        Assert.Single(set.OfKind("", "Service"));
        Assert.Same(set.Workloads.Single(), set.WorkloadOf(set.OfKind("serving.knative.dev", "Service").Single()));
        Assert.Empty(set.OfKind("apps", "Service"));
    }

    private static string Object(string kind, string name, string? @namespace) =>
        $"apiVersion: v1\nkind: {kind}\nmetadata:\n  name: {name}\n" + (@namespace is null ? "" : $"  namespace: {@namespace}\n");

    private static ManifestSet Read(IEnumerable<(string Path, string Text)> files) =>
        ManifestSet.Create(files.Select(file => ManifestReader.Read(YamlFile.Parse(SourceText.From(file.Path, file.Text)), RuleOptions.Defaults)));
}
