namespace HardenBuild.Package.Tests;

public sealed class ToolPackageTests(PackageFeed feed, InstalledTool tool) : IClassFixture<InstalledTool>
{
    [Fact]
    public async Task Installs_and_scans_where_no_native_package_fits()
    {
        var sample = Path.Combine(PackageFeed.Repository, "samples", "WebApp");
        var (exitCode, output) = await tool.Run(feed.Root, "scan", sample, "--format", "msbuild");
        Assert.Equal(1, exitCode);
        Assert.Contains("Dockerfile(7,12", output, StringComparison.Ordinal);
        Assert.Contains("HB1027", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_baseline_of_the_tool_holds_in_builds()
    {
        const string Known = "FROM alpine:latest\nRUN curl -k https://example.com/a -o /a\nUSER 1000\n";
        var sample = Sample.Create(
            feed,
            "adopted",
            (".git/HEAD", "ref: refs/heads/main\n"),
            ("App.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><TargetFramework>net10.0</TargetFramework><TreatWarningsAsErrors>true</TreatWarningsAsErrors></PropertyGroup>
                  <ItemGroup><PackageReference Include="HardenBuild" Version="{PackageFeed.Version}" PrivateAssets="all" /></ItemGroup>
                </Project>
                """),
            ("Dockerfile", Known));
        await DotnetCommand.Succeed(sample.Folder, "restore");
        Assert.Equal(["error"], (await sample.Build()).Levels("Dockerfile", "HB1027"));

        Assert.Equal(0, (await tool.Run(sample.Folder, "baseline", ".")).ExitCode);
        var adopted = await sample.Build();
        Assert.Equal(0, adopted.ExitCode);
        Assert.DoesNotContain(adopted.Findings, finding => finding.Level != "message");

        // Known findings elsewhere in the file, one gone, one new; and the file under another name.
        Directory.CreateDirectory(Path.Combine(sample.Folder, "eng"));
        File.Move(Path.Combine(sample.Folder, "hardenbuild.baseline.json"), Path.Combine(sample.Folder, "eng", "known.json"));
        sample.Write("Dockerfile", "# The application\n\nFROM alpine:latest\nRUN wget --no-check-certificate https://example.com/a\nUSER 1000\n");
        var changed = await sample.Build("-p:HardenBuildBaseline=eng/known.json");
        Assert.Equal(1, changed.ExitCode);
        Assert.Equal(["Dockerfile(4,10,4,32): HB1062"], changed.Findings.Where(finding => finding.Level == "error").Select(finding => finding.Position));
        Assert.Contains(changed.Findings, finding => finding is { Code: "HB0013", Level: "message", File: "eng/known.json" });
    }
}
