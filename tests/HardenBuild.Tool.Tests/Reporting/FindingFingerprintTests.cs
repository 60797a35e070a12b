using HardenBuild.Reporting;
using HardenBuild.Rules;
using HardenBuild.Sarif.Tests;
using HardenBuild.Text;

namespace HardenBuild.Tool.Tests.Reporting;

public sealed class FindingFingerprintTests
{
    private static readonly string Base = Print("FROM alpine\n", "alpine");

    [Theory]
    [InlineData("# moved\n\nFROM alpine\n")]
    [InlineData("  FROM \t alpine  \r\nUSER app\n")]
    public void Stays_when_lines_move_or_are_aligned(string text) => Assert.Equal(Base, Print(text, "alpine"));

    [Fact]
    public void Changes_with_the_words_of_the_line_the_file_the_construct_and_the_rule()
    {
        Assert.NotEqual(Base, Print("FROM alpine AS final\n", "alpine"));
        Assert.NotEqual(Base, Print("FROM alpine\n", "alpine", path: "other/Dockerfile"));
        Assert.NotEqual(Base, Print("FROM alpine\n", "alpine", logicalPath: "stage final"));
        Assert.NotEqual(Base, Print("FROM alpine\n", "alpine", id: "HB1002"));
    }

    // printf 'HB1001\nDockerfile\n\nFROM alpine' | sha256sum | cut -c1-32
    [Fact]
    public void Never_changes_between_versions() => Assert.Equal("05bf338d6ece4c9f734fd5194319473e", Base);

    private static string Print(string text, string token, string path = "Dockerfile", string? logicalPath = null, string id = "HB1001")
    {
        var location = SourceText.From(path, text).At(new TextSpan(text.IndexOf(token, StringComparison.Ordinal), token.Length));
        return FindingFingerprint.Of(new Finding(new SampleRule(id), location, ["m"]) { LogicalPath = logicalPath });
    }
}
