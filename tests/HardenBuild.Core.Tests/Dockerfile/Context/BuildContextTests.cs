using System.Collections.Immutable;
using HardenBuild.Core.Tests.Rules;
using HardenBuild.Model.Compose;
using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Rules;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Dockerfile.Context;

public sealed class BuildContextTests
{
    [Fact]
    public void Is_the_folder_of_the_Dockerfile_by_default()
    {
        var context = Find("app/Dockerfile", "FROM a:1\nCOPY . .\n")!;
        Assert.Equal(("app", ContextCertainty.Assumed), (context.Root, context.Certainty));
    }

    [Fact]
    public void Is_the_folder_above_that_the_sources_exist_in()
    {
        var context = Find("src/Web/Dockerfile", "FROM a:1\nCOPY [\"src/Web/Web.csproj\", \"src/Web/\"]\nCOPY . .\n", ("src/Web/Web.csproj", ""))!;
        Assert.Equal(("", ContextCertainty.Confirmed), (context.Root, context.Certainty));
    }

    [Fact]
    public void Is_what_Compose_says()
    {
        var build = new ComposeBuild("services", "services/api/Dockerfile");
        var context = Find("services/api/Dockerfile", "FROM a:1\nCOPY api .\n", [build], ("services/api/x", ""))!;
        Assert.Equal(("services", ContextCertainty.Stated), (context.Root, context.Certainty));
    }

    [Fact]
    public void Is_not_taken_from_Compose_files_that_disagree()
    {
        ImmutableArray<ComposeBuild> builds = [new("a", "b/Dockerfile"), new("b", "b/Dockerfile")];
        Assert.Equal(ContextCertainty.Assumed, Find("b/Dockerfile", "FROM a:1\nCOPY . .\n", builds)!.Certainty);
    }

    [Fact]
    public void Is_what_the_project_says()
    {
        var project = "<Project Sdk=\"Microsoft.NET.Sdk.Web\">\n<PropertyGroup><DockerfileContext>..\\..</DockerfileContext></PropertyGroup></Project>";
        Assert.Equal("", Find("src/Web/Dockerfile", "FROM a:1\nCOPY . .\n", ("src/Web/Web.csproj", project))!.Root);
    }

    [Fact]
    public void Ignore_file_beside_the_Dockerfile_wins()
    {
        var context = Find("api.Dockerfile", "FROM a:1\nCOPY . .\n", (".dockerignore", "a"), ("api.Dockerfile.dockerignore", "b"))!;
        Assert.False(context.IgnoreFile!.Excludes("a"));
        Assert.True(context.IgnoreFile.Excludes("b"));
    }

    [Fact]
    public void Ignore_file_above_an_assumed_context_leaves_it_open()
    {
        Assert.False(Find("docker/Dockerfile", "FROM a:1\nCOPY . .\n", (".dockerignore", "a"))!.IsIgnoreFileKnown);
        Assert.True(Find("docker/Dockerfile", "FROM a:1\nCOPY . .\n")!.IsIgnoreFileKnown);
    }

    [Fact]
    public void Is_unknown_outside_the_repository() => Assert.Null(Find("../Dockerfile", "FROM a:1\n"));

    [Theory]
    [InlineData("services:\n  a:\n    build: ./app\n", "d/app", "d/app/Dockerfile")]
    [InlineData("services:\n  a:\n    build:\n      context: ..\n      dockerfile: d/api.Dockerfile\n", "", "d/api.Dockerfile")]
    [InlineData("services:\n  a:\n    build:\n      dockerfile: Dockerfile.dev\n", "d", "d/Dockerfile.dev")]
    public void Reads_builds_of_Compose(string text, string context, string dockerfile) =>
        Assert.Equal([new ComposeBuild(context, dockerfile)], ComposeBuild.Of(SourceText.From("d/compose.yaml", text)));

    [Theory]
    [InlineData("services:\n  a:\n    build: https://github.com/a/b.git\n")]
    [InlineData("services:\n  a:\n    build: $DIR\n")]
    [InlineData("services:\n  a:\n    build: ../..\n")]
    [InlineData("services:\n  a:\n    build: {dockerfile_inline: FROM a}\n")]
    [InlineData("services: [build\n")]
    public void Leaves_out_builds_from_elsewhere(string text) => Assert.Empty(ComposeBuild.Of(SourceText.From("d/compose.yaml", text)));

    [Theory]
    [InlineData("", ".")]
    [InlineData("./", ".")]
    [InlineData("a//b/./c/", "a/b/c")]
    [InlineData("a/../../b", "../b")]
    [InlineData("/../a", "/a")]
    [InlineData("/", "/")]
    public void Cleans_paths_as_Go_does(string path, string clean) => Assert.Equal(clean, CleanPath.Of(path));

    private static BuildContext? Find(string path, string text, params (string, string)[] beside) => Find(path, text, [], beside);

    private static BuildContext? Find(string path, string text, ImmutableArray<ComposeBuild> builds, params (string, string)[] beside)
    {
        var files = new TextFiles([(path, text), .. beside]);
        return new BuildContextFinder(files, builds).Find(DockerfileModel.Create(DockerfileSyntax.Parse(SourceText.From(path, text))));
    }
}
