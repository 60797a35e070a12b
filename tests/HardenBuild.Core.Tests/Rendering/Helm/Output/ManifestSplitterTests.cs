using HardenBuild.Rendering.Helm;
using HardenBuild.Rendering.Helm.Output;

namespace HardenBuild.Core.Tests.Rendering.Helm.Output;

public sealed class ManifestSplitterTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("\n \n", "")]
    [InlineData("a: 1\n", "a: 1")]
    [InlineData("---\na: 1\n---\nb: 1\n", "a: 1|b: 1")]
    [InlineData("\n\n---\n\n\na: 1\n\n\n---\n\nb: 1\n\n", "a: 1|b: 1")]
    [InlineData("---a: 1\n---b: 1", "a: 1|b: 1")]
    [InlineData("a: |\n  x\n\n\n---\nb: 1", "a: |\n  x|b: 1")]
    [InlineData("a: 1\n--- # note\nb: 1", "a: 1|# note\nb: 1")]
    [InlineData("---\n---\na: 1", "---\na: 1")]
    [InlineData("a: x---y\n  ---z", "a: x---y\n  ---z")]
    public void Splits_and_trims_before_Helm_42(string text, string documents) => Assert.Equal(documents, Split(text, "v4.1.0"));

    [Theory]
    [InlineData("", "")]
    [InlineData("---\na: 1\n---\nb: 1\n", "a: 1\n|b: 1\n")]
    [InlineData("\n---\na: 1\n\n\n--- \t\n\nb: 1\n\n", "a: 1\n\n\n|b: 1\n\n")]
    [InlineData("---a: 1\n---b: 1", "a: 1\n|b: 1")]
    [InlineData("---\n---\na: 1", "a: 1")]
    [InlineData("a: 1\n---\n\n---\n", "a: 1\n")]
    public void Keeps_the_ends_of_documents_from_Helm_42(string text, string documents) => Assert.Equal(documents, Split(text, "v4.2.0"));

    private static string Split(string text, string version) =>
        string.Join('|', ManifestSplitter.Spans(text, HelmVersion.Parse(version)!).Select(span => text.Substring(span.Start, span.Length)));
}
