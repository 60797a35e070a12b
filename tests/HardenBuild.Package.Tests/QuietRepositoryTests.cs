namespace HardenBuild.Package.Tests;

/// <summary>A repository that may not be written to, built as a CI system does, with all output elsewhere.</summary>
public sealed class QuietRepositoryTests(PackageFeed feed)
{
    [Fact]
    public async Task Writes_nothing_beside_the_sources_and_marks_only_starts_on_GitHub()
    {
        var sample = Sample.Create(
            feed,
            "quiet",
            (".git/HEAD", "ref: refs/heads/main\n"),
            ("App.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
                  <ItemGroup><PackageReference Include="HardenBuild" Version="{PackageFeed.Version}" PrivateAssets="all" /></ItemGroup>
                </Project>
                """),
            ("Dockerfile", "FROM alpine:latest\nUSER 1000\n"));
        var before = Listing(sample);
        Protect(sample, UnixFileMode.None);
        var output = Path.Combine(feed.Root, "quiet output");
        try
        {
            var log = Path.Combine(output, "build.binlog");
            var (exitCode, text) = await DotnetCommand.Run(
                sample.Folder,
                "build", "--artifacts-path", output, "-bl:" + log, "-p:ContinuousIntegrationBuild=true", "-p:GITHUB_ACTIONS=true", "-p:HardenBuildSarif=" + Path.Combine(output, "hardenbuild.sarif"));
            var run = BuildRun.Read(log, exitCode, text, sample.Folder);

            Assert.Equal(0, run.ExitCode);
            var finding = Assert.Single(run.In("Dockerfile"), finding => finding.Code == "HB1027");
            Assert.Equal((1, 13, 0, 0), (finding.Line, finding.Column, finding.EndLine, finding.EndColumn));
            Assert.Equal(before, Listing(sample));
            // The result is kept with the rest of the output, and paths in the log are relative to the root.
            Assert.True(File.Exists(Path.Combine(output, "obj", "hardenbuild", "last-scan.bin")));
            Assert.Contains("\"uri\": \"Dockerfile\"", await File.ReadAllTextAsync(Path.Combine(output, "hardenbuild.sarif"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        finally
        {
            Protect(sample, UnixFileMode.UserWrite);
        }
    }

    private static List<string> Listing(Sample sample) =>
        [.. Directory.GetFileSystemEntries(sample.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    // Means nothing to the superuser and on Windows: there the listing alone speaks.
    private static void Protect(Sample sample, UnixFileMode write)
    {
        if (OperatingSystem.IsWindows())
            return;
        const UnixFileMode Read = UnixFileMode.UserRead | UnixFileMode.UserExecute;
        File.SetUnixFileMode(sample.Folder, Read | write);
    }
}
