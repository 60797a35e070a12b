using CsCheck;
using HardenBuild.Reporting;

namespace HardenBuild.Tool.Tests.Reporting;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("image 'web:1.0' ## note :: x", "image 'web:1.0' ## note :: x")]
    [InlineData("größe 日本 😀", "größe 日本 😀")]
    [InlineData("\u001b[31mred", @"\u001b[31mred")]
    [InlineData("a\r\nb\tc", @"a\u000d\u000ab c")]
    [InlineData("##vso[task.setvariable]x", "# #vso[task.setvariable]x")]
    [InlineData("x ##VSO[a] ##[error]", "x # #VSO[a] # #[error]")]
    [InlineData("###vso[a]", "## #vso[a]")]
    [InlineData("::error::x", ": :error::x")]
    [InlineData("  ::error::x", "  : :error::x")]
    [InlineData("\u009b31m\u0085", @"\u009b31m\u0085")]
    [InlineData("a\u202eb\u2028", @"a\u202eb\u2028")]
    public void Shows_what_a_terminal_or_an_agent_would_obey(string text, string shown) => Assert.Equal(shown, PlainText.Neutralize(text));

    [Fact]
    public void Lone_surrogates_are_shown() => Assert.Equal(@"a\ud800", PlainText.Neutralize("a" + '\ud800'));

    [Fact]
    public void No_text_gets_a_control_character_or_command_through() =>
        Gen.OneOf(Gen.Char, Gen.Char["#:[vso \t\n\u001b"]).Array[0, 40].Select(chars => new string(chars)).Sample(text =>
        {
            var shown = PlainText.Neutralize(text);
            Assert.DoesNotContain(shown, char.IsControl);
            Assert.DoesNotContain("##[", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("##vso[", shown, StringComparison.OrdinalIgnoreCase);
            Assert.False(shown.TrimStart().StartsWith("::", StringComparison.Ordinal));
        });
}
