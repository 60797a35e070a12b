using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Dockerfile;

public sealed class ImageReferenceTests
{
    [Theory]
    [InlineData("alpine", null, "alpine", null, null, "docker.io/library/alpine")]
    [InlineData("alpine:3.20", null, "alpine", "3.20", null, "docker.io/library/alpine")]
    [InlineData("acme/app", null, "acme/app", null, null, "docker.io/acme/app")]
    [InlineData("docker.io/alpine:3", "docker.io", "alpine", "3", null, "docker.io/library/alpine")]
    [InlineData("index.docker.io/library/alpine", "index.docker.io", "library/alpine", null, null, "docker.io/library/alpine")]
    [InlineData("host:5000/img", "host:5000", "img", null, null, "host:5000/img")]
    [InlineData("host:5000/img:1", "host:5000", "img", "1", null, "host:5000/img")]
    [InlineData("localhost/img", "localhost", "img", null, null, "localhost/img")]
    [InlineData("localhostess/img", null, "localhostess/img", null, null, "docker.io/localhostess/img")]
    [InlineData("mcr.microsoft.com/dotnet/sdk:8.0", "mcr.microsoft.com", "dotnet/sdk", "8.0", null, "mcr.microsoft.com/dotnet/sdk")]
    [InlineData("a/b@sha256:00", null, "a/b", null, "sha256:00", "docker.io/a/b")]
    [InlineData("a:1@sha256:00", null, "a", "1", "sha256:00", "docker.io/library/a")]
    [InlineData("", null, "", null, null, "docker.io/library/")]
    [InlineData("@", null, "", null, "", "docker.io/library/")]
    [InlineData("/:", null, "/", "", null, "docker.io//")]
    public void Splits_a_reference(string text, string? registry, string repository, string? tag, string? digest, string canonical)
    {
        var image = Parse(text);

        Assert.Equal(registry, image.Registry?.Value);
        Assert.Equal(repository, image.Repository.Value);
        Assert.Equal(tag, image.Tag?.Value);
        Assert.Equal(digest, image.Digest?.Value);
        Assert.Equal(canonical, image.CanonicalRepository);
    }

    [Fact]
    public void Every_part_knows_its_place()
    {
        const string text = "host:5000/acme/app:1.0@sha256:ab";
        var image = Parse(text);

        Assert.Equal("host:5000", Source(text, image.Registry!.Value));
        Assert.Equal("acme/app", Source(text, image.Repository));
        Assert.Equal("1.0", Source(text, image.Tag!.Value));
        Assert.Equal("sha256:ab", Source(text, image.Digest!.Value));
    }

    [Theory]
    [InlineData("alpine:\uFFFC", false)]
    [InlineData("alpine:3-\uFFFC", false)]
    [InlineData("\uFFFC", false)]
    [InlineData("acme/\uFFFC", false)]
    [InlineData("\uFFFC/app", true)]
    [InlineData("\uFFFC/app:1", true)]
    public void Tells_whether_the_tag_is_known(string text, bool isKnown)
    {
        Assert.Equal(isKnown, Parse(text).IsTagKnown);
        Assert.True(Parse(text).HasUnknownVariables);
    }

    private static string Source(string text, Located<string> part) => text.Substring(part.Location.Span.Start, part.Location.Span.Length);

    private static ImageReference Parse(string text) =>
        ImageReference.Parse(SourceText.From("f", text), LogicalText.Of(text, new TextSpan(0, text.Length)));
}
