using HardenBuild.Rules.Dockerfile.Images;

namespace HardenBuild.Core.Tests.Rules.Dockerfile;

public sealed class FloatingTagsTests
{
    [Fact]
    public void Reports_the_tags_that_the_repository_calls_floating() => RuleVerifier.Verify<BaseImageLatest>(
        (".editorconfig", "[*]\nhardenbuild.hb1027.floating_tags = latest, edge\n"),
        ("Dockerfile", "FROM a:[|edge|]\nFROM b:[|latest|]\nFROM c:stable\n"));

    [Fact]
    public void Accepts_latest_where_only_other_tags_float() => RuleVerifier.Verify<BaseImageLatest>(
        (".editorconfig", "[*]\nhardenbuild.floating_tags = edge\n"),
        ("Dockerfile", "FROM a:latest\nFROM b:[|edge|]\n"));

    [Fact]
    public void Accepts_other_words_by_default() => RuleVerifier.Verify<BaseImageLatest>("Dockerfile", "FROM a:stable\nFROM b:edge\nFROM c:[|latest|]\n");
}
