using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Dockerfile;

public sealed class DockerfileGoldenTests
{
    public static TheoryData<string> Accepted => [.. GoldenFolder.Cases("testdata")];

    public static TheoryData<string> Refused => [.. GoldenFolder.Cases("testdata-negative")];

    [Theory]
    [MemberData(nameof(Accepted))]
    public void Accepted_file_has_the_expected_tree(string name)
    {
        var syntax = Parse(GoldenFolder.ReadInput("testdata", name));

        Assert.Empty(syntax.Errors);
        GoldenFolder.AssertMatches("testdata", name, "tree", TreePrinter.Print(syntax));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Refused_file_has_the_expected_errors(string name)
    {
        var syntax = Parse(GoldenFolder.ReadInput("testdata-negative", name));

        Assert.NotEmpty(syntax.Errors);
        GoldenFolder.AssertMatches("testdata-negative", name, "errors", TreePrinter.PrintErrors(syntax));
    }

    [Theory]
    [MemberData(nameof(Accepted))]
    public void Line_breaks_of_windows_give_the_same_tree(string name)
    {
        var text = GoldenFolder.ReadInput("testdata", name);

        Assert.Equal(TreePrinter.Print(Parse(text)), TreePrinter.Print(Parse(text.Replace("\n", "\r\n"))));
    }

    private static DockerfileSyntax Parse(string text) => DockerfileSyntax.Parse(SourceText.From("Dockerfile", text));
}
