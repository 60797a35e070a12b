namespace HardenBuild.Package.Tests;

/// <summary>Design-time builds as an IDE makes them, but with the compiler run, so that its diagnostics are seen.</summary>
public sealed class LiveTests(PackageFeed feed) : IAsyncLifetime
{
    private const string Dockerfile = "Contracts/Dockerfile";
    private const string Rule = "HB1027";

    private Sample _sample = null!;

    public async ValueTask InitializeAsync() => _sample = await Sample.Restore(feed, "Solution", "Live" + Guid.NewGuid().ToString("N"));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Rules that ask for the other objects of the repository, which the editor does not know.</summary>
    private static readonly string[] s_repositoryRules = ["HB4021", "HB4099"];

    /// <summary>Suggestions too, which only the compiler's own log shows.</summary>
    [Fact]
    public async Task The_compiler_reports_what_the_build_reports()
    {
        _sample.Write("Contracts/compose.yaml", "services:\n  api:\n    image: contoso/api\n    privileged: true\n    network_mode: host\n");
        _sample.Write("Contracts/daemon.json", "{\n  \"insecure-registries\": [\"registry.example.com\"],\n  \"icc\": true,\n  \"live-restore\": false\n}\n");
        _sample.Write("Contracts/run.sh", "docker run --privileged -v /var/run/docker.sock:/var/run/docker.sock contoso/api:1.2.3\n");
        _sample.Write("Contracts/pod.yaml", "apiVersion: v1\nkind: Pod\nmetadata:\n  name: api\n  namespace: shop\nspec:\n  hostPID: true\n  containers:\n  - name: api\n    image: contoso/api:latest\n");
        var log = Path.Combine(_sample.Folder, "live.sarif");
        var live = await DesignTimeBuild("net8.0", "Contracts/Contracts.csproj", $"-p:ErrorLog={log}%2Cversion=2.1");
        var build = await Build();

        Assert.Equal(0, live.Scans);
        Assert.Equal(["warning"], live.Levels(Dockerfile, Rule));
        foreach (var file in (string[])[Dockerfile, "Contracts/compose.yaml", "Contracts/daemon.json", "Contracts/run.sh", "Contracts/pod.yaml"])
        {
            var expected = build.In(file).Where(finding => !s_repositoryRules.Contains(finding.Code)).Select(finding => $"({finding.Line},{finding.Column},{finding.EndLine},{finding.EndColumn}) {finding.Level} {finding.Code} {finding.Message}").Order(StringComparer.Ordinal).ToList();
            Assert.Contains(expected, finding => finding.Contains(" message ", StringComparison.Ordinal) || finding.Contains(" warning ", StringComparison.Ordinal) || finding.Contains(" error ", StringComparison.Ordinal));
            Assert.Equal(expected, CompilerLog.Read(log, Path.GetFileName(file)));
        }
    }

    [Fact]
    public async Task Reports_through_the_first_of_several_frameworks_only() =>
        Assert.Empty((await DesignTimeBuild("net10.0")).Findings);

    [Fact]
    public async Task Takes_severities_from_editorconfig_files_around_the_Dockerfile()
    {
        _sample.Write(".editorconfig", $"root = true\n[*]\ndotnet_diagnostic.{Rule}.severity = error\n");
        Assert.Equal(["error"], (await DesignTimeBuild()).Levels(Dockerfile, Rule));

        _sample.Write("Contracts/.editorconfig", $"[Dockerfile]\ndotnet_diagnostic.{Rule}.severity = none\n");
        Assert.Empty((await DesignTimeBuild()).Levels(Dockerfile, Rule));
    }

    [Fact]
    public async Task Leaves_the_files_of_inner_projects_to_them()
    {
        Directory.CreateDirectory(Path.Combine(_sample.Folder, "Contracts", "Inner"));
        Directory.CreateDirectory(Path.Combine(_sample.Folder, "Contracts", "Folder"));
        _sample.Write("Contracts/Inner/Inner.csproj", """<Project Sdk="Microsoft.NET.Sdk" />""");
        _sample.Write("Contracts/Inner/Dockerfile", "FROM alpine:latest\n");
        _sample.Write("Contracts/Folder/Dockerfile", "FROM alpine:latest\n");
        var run = await DesignTimeBuild();
        Assert.Equal(["warning"], run.Levels("Contracts/Folder/Dockerfile", Rule));
        Assert.Empty(run.In("Contracts/Inner/Dockerfile"));
    }

    [Fact]
    public async Task An_ordinary_build_reports_once_even_if_the_compiler_sees_the_file()
    {
        _sample.Edit("Contracts/Contracts.csproj", "</Project>", "<ItemGroup><AdditionalFiles Include=\"Dockerfile\" /></ItemGroup></Project>");
        Assert.Equal(["warning"], (await Build()).Levels(Dockerfile, Rule));
        Assert.Equal(["warning"], (await DesignTimeBuild()).Levels(Dockerfile, Rule));
    }

    [Fact]
    public async Task Is_silent_when_switched_off() =>
        Assert.Empty((await DesignTimeBuild("net8.0", "Contracts/Contracts.csproj", "-p:HardenBuildEnabled=false")).Findings);

    [Fact]
    public async Task A_design_time_build_does_not_make_the_next_build_compile_again()
    {
        await Build();
        var compiled = File.GetLastWriteTimeUtc(Output);
        await _sample.Run(Arguments("net8.0", "Contracts/Contracts.csproj", "-p:SkipCompilerExecution=true"));
        await Build();
        Assert.Equal(compiled, File.GetLastWriteTimeUtc(Output));
    }

    private string Output => Path.Combine(_sample.Folder, "Contracts", "obj", "Debug", "net8.0", "Contracts.dll");

    private Task<BuildRun> Build() => _sample.Build("Contracts/Contracts.csproj", "-f", "net8.0");

    private Task<BuildRun> DesignTimeBuild(string framework = "net8.0", string project = "Contracts/Contracts.csproj", params IEnumerable<string> more) =>
        // Without inputs and outputs of a build before it: a compiler that is skipped says nothing.
        _sample.Run(Arguments(framework, project, ["-p:NonExistentFile=live", "-p:SkipCompilerExecution=false", .. more]));

    private static IEnumerable<string> Arguments(string framework, string project, params IEnumerable<string> more) =>
        ["msbuild", project, "-t:Compile", "-p:TargetFramework=" + framework, "-p:DesignTimeBuild=true", "-p:BuildingProject=false", "-p:BuildProjectReferences=false", "-p:ProvideCommandLineArgs=true", .. more];
}
