using HardenBuild.Core.Tests.Rules;
using HardenBuild.Model.DotNet;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.DotNet;

public sealed class ProjectFileTests
{
    private const string Web = """
        <?xml version="1.0" encoding="utf-8"?>
        <!-- hardenbuild:disable=HB7050 -->
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <PropertyGroup>
            <TargetFramework> net10.0 </TargetFramework>
            <ContainerUser Condition="'$(CI)' == ''">root</ContainerUser>
            <Empty/><Nested><A>1</A></Nested>
            <Amp>a &amp; b</Amp>
          </PropertyGroup>
          <ItemGroup>
            <ContainerPort Include="80" Type='tcp' />
            <ContainerEnvironmentVariable Include = "A"><Value>b</Value></ContainerEnvironmentVariable>
          </ItemGroup>
          <Target Name="T"><PropertyGroup><InTarget>1</InTarget></PropertyGroup></Target>
          <Choose><When Condition="true"><PropertyGroup><Chosen>1</Chosen></PropertyGroup></When></Choose>
        </Project>
        """;

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Reads_values_with_their_places(string newline)
    {
        var file = Parse(Web.ReplaceLineEndings(newline))!;
        Assert.Equal("Microsoft.NET.Sdk.Web", Show(file, file.Sdk!.Value.Location.Span));
        Assert.Equal("net10.0", Show(file, file.Find("targetframework")!.Value.Location.Span));
        Assert.True(file.Find("ContainerUser")!.IsConditional);
        Assert.True(file.Find("Chosen")!.IsConditional);
        Assert.Equal("", file.Find("Empty")!.Value.Value);
        Assert.Equal(("a & b", "a &amp; b"), (file.Find("Amp")!.Value.Value, Show(file, file.Find("Amp")!.Value.Location.Span)));
        Assert.Null(file.Find("InTarget"));
        Assert.Null(file.Find("Nested"));
        Assert.Equal(["80", "tcp", "A", "b"], file.Items.SelectMany(item => item.Metadata.Select(data => data.Value).Prepend(item.Include)).Select(value => Show(file, value.Location.Span)));
        Assert.Equal("hardenbuild:disable=HB7050", Show(file, Assert.Single(file.Comments)).Trim());
    }

    [Theory]
    [InlineData("")]
    [InlineData("<Project>")]
    [InlineData("<configuration/>")]
    [InlineData("<!DOCTYPE Project [<!ENTITY a \"b\">]><Project><PropertyGroup><A>&a;</A></PropertyGroup></Project>")]
    [InlineData("<Project><PropertyGroup><A></B></PropertyGroup></Project>")]
    [InlineData("no XML")]
    public void Refuses_what_is_no_project(string text) => Assert.Null(Parse(text));

    [Fact]
    public void Takes_what_it_lacks_from_the_nearest_props()
    {
        var files = new TextFiles(
        [
            ("Directory.Build.props", "<Project><PropertyGroup><TargetFramework>net8.0</TargetFramework></PropertyGroup></Project>"),
            ("src/Directory.Build.props", "<Project><PropertyGroup><TargetFrameworks>net9.0;net10.0;netstandard2.0</TargetFrameworks></PropertyGroup></Project>"),
            ("src/App/App.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><AssemblyName>shop</AssemblyName></PropertyGroup></Project>"),
        ]);
        var project = DotNetProject.TryRead(files, "src/App/App.csproj")!;
        Assert.Equal(["net9.0", "net10.0"], project.TargetFrameworks.Select(framework => framework.Moniker));
        Assert.Equal("shop", project.AssemblyName);
        Assert.False(project.IsSelfContained);
    }

    [Theory]
    [InlineData("<PropertyGroup><TargetFramework>$(Tfm)</TargetFramework></PropertyGroup>")]
    [InlineData("<PropertyGroup Condition=\"'$(A)' == ''\"><TargetFramework>net8.0</TargetFramework></PropertyGroup>")]
    [InlineData("<PropertyGroup><TargetFramework>net48</TargetFramework></PropertyGroup>")]
    public void Unknown_frameworks_are_none(string properties) =>
        Assert.Empty(DotNetProject.TryRead(new TextFiles([("a.csproj", $"<Project>{properties}</Project>")]), "a.csproj")!.TargetFrameworks);

    [Theory]
    [InlineData("10.0.100", "latestPatch", 10, 0, 105, true)]
    [InlineData("10.0.100", "latestPatch", 10, 0, 204, false)]
    [InlineData("10.0.100", "latestFeature", 10, 0, 204, true)]
    [InlineData("10.0.100", "latestFeature", 10, 0, null, true)]
    [InlineData("10.0.100", "latestPatch", 10, 0, null, null)]
    [InlineData("10.0.100", "disable", 10, 0, 101, false)]
    [InlineData("9.0.100", "latestMajor", 10, 0, 100, true)]
    [InlineData("9.0.100", "latestFeature", 10, 0, 100, false)]
    [InlineData("10.0.100", "latestMajor", 9, 0, 300, false)]
    public void Global_json_is_compared_with_an_SDK(string version, string policy, int major, int minor, int? patch, bool? isSatisfied)
    {
        var global = GlobalJson.TryParse(SourceText.From("global.json", $"{{\"sdk\": {{\"version\": \"{version}\", \"rollForward\": \"{policy}\"}}}}"))!;
        Assert.Equal(isSatisfied, global.IsSatisfiedBy(major, minor, patch));
    }

    private static ProjectFile? Parse(string text) => ProjectFile.Parse(SourceText.From("a.csproj", text));

    private static string Show(ProjectFile file, TextSpan span) => file.Source.Substring(span);
}
