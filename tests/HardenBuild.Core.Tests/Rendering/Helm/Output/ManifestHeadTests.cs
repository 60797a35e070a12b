using HardenBuild.Rendering.Helm.Output;

namespace HardenBuild.Core.Tests.Rendering.Helm.Output;

public sealed class ManifestHeadTests
{
    [Theory]
    [InlineData("kind: A\napiVersion: v1\nmetadata: {name: web}\n", "v1 A web ")]
    [InlineData("spec: {kind: X, metadata: {name: x}}\nlist: [{kind: Y}, [z]]\nkind: A\n", " A  ")]
    [InlineData("metadata:\n  labels: {name: no, annotations: no}\n  name: web\n  annotations:\n    helm.sh/hook: test\n    other: 1\nkind: A\n", " A web test")]
    [InlineData("KIND: A\nMetaData: {NAME: web}\n", " A web ")]
    [InlineData("kind: 1\napiVersion: true\n", "true 1  ")]
    [InlineData("kind: A\nkind: B\n", " B  ")]
    [InlineData("x: &a {name: web}\nmetadata: *a\nkind: A\n", " A web ")]
    [InlineData("x: &a {kind: A}\n<<: *a\n", " A  ")]
    [InlineData("? [a, b]\n: c\nkind: A\n", null)]
    [InlineData("# nothing\n", "   ")]
    [InlineData("metadata:\nkind: A\n", " A  ")]
    [InlineData("text", null)]
    [InlineData("- kind: A\n", null)]
    [InlineData("metadata: text\n", null)]
    [InlineData("metadata: {annotations: [a]}\n", null)]
    [InlineData("kind: A\nspec: [\n", null)]
    [InlineData("kind: A\nspec:\n  a: b: c\n", null)]
    public void Reads_what_Helm_looks_at(string document, string? expected)
    {
        var head = ManifestHead.Read(document, out var error, out _);

        Assert.Equal(expected, head is null ? null : $"{head.ApiVersion} {head.Kind} {head.Name} {head.Hook}");
        Assert.Equal(head is null, error.Length > 0);
    }
}
