using System.Text;
using HardenBuild.Documentation.Tests;

namespace HardenBuild.Package.Tests;

/// <summary>Repositories of all shapes side by side, each with a project or two: restored without a network source, and built, once for all tests.</summary>
public sealed class RepositoriesBuild(PackageFeed feed) : IAsyncLifetime
{
    private const string Version = PackageFeed.Version;
    private const string Reference = $"""<PackageReference Include="HardenBuild" Version="{Version}" PrivateAssets="all" />""";
    private const string Dockerfile = "FROM alpine:latest\nUSER 1000\n";

    /// <summary>A service with the one rule HB2001 against it, at (4,17).</summary>
    private const string Compose = "services:\n  agent:\n    image: ghcr.io/acme/agent:1.4\n    privileged: true\n";

    internal Sample Sample { get; private set; } = null!;

    internal BuildRun Run { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Sample = Sample.Create(feed, "repositories", Files());
        await DotnetCommand.Succeed(Sample.Folder, "restore", "Restored.slnx");
        await DotnetCommand.Succeed(Sample.Folder, "restore", "traversal/dirs.proj");
        Run = await Sample.Build("Everything.proj", "-m:2");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>What the repository reports, by file.</summary>
    internal IEnumerable<LoggedFinding> In(string repository) => Run.Findings.Where(finding => finding.File.StartsWith(repository + "/", StringComparison.Ordinal));

    private static List<(string Path, string Text)> Files()
    {
        var files = Repositories().ToList();
        var projects = files.Select(file => file.Path).Where(path => path.EndsWith("proj", StringComparison.Ordinal)).ToList();
        // Compiling projects for the restore, each in a folder since many have one name; for the build all, as a project that only builds others lists them.
        var compiled = projects.Where(path => path[^7..] is ".csproj" or ".vbproj" or ".fsproj");
        files.Add(("Restored.slnx", $"<Solution>{string.Concat(compiled.Select(path => $"""<Folder Name="/{path.Replace('/', '.')}/"><Project Path="{path}" /></Folder>"""))}</Solution>"));
        files.Add(("Everything.proj", $"""
            <Project>
              <Target Name="Build"><MSBuild Projects="{string.Join(';', projects)}" Targets="Build" BuildInParallel="true" /></Target>
            </Project>
            """));
        // Nothing of the folders above, and no source but the package's own: all else comes from the SDK.
        files.Add(("nuget.config", """<configuration><packageSources><clear /><add key="packed" value="../feed" /></packageSources></configuration>"""));
        return files;
    }

    private static IEnumerable<(string Path, string Text)> Repositories() =>
    [
        .. Repository("languages", [.. Project("vb/App.vbproj"), .. Project("fs/App.fsproj")]),

        // A project that compiles nothing and one for Compose files; a project that only builds others.
        .. Repository("nothing", [.. Project("None/None.csproj", targets: NoTargets), ("docker-compose.dcproj", ComposeProject), ("compose.yaml", Compose)]),
        .. Repository("traversal", [("dirs.proj", Traversal), ("deploy/Dockerfile", Dockerfile)]),

        // .git is a file in work trees and submodules.
        .. Repository("worktree", [.. Project("src/App/App.csproj"), ("deploy/Dockerfile", Dockerfile)], git: ".git"),
        .. Repository("outer", [.. Project("App/App.csproj"), ("Dockerfile", Dockerfile)]),
        .. Repository("outer/modules/inner", [.. Project("Part/Part.csproj"), ("deploy/Dockerfile", Dockerfile)], git: ".git"),
        ("outer/modules/manifests/.git", "gitdir: elsewhere\n"),
        ("outer/modules/manifests/Dockerfile", Dockerfile),

        .. Repository("central", [.. Project("App/App.csproj"), ("Directory.Packages.props", Central($"""<GlobalPackageReference Include="HardenBuild" Version="{Version}" />"""))], items: ""),
        .. Repository("pinned", [.. Project("App/App.csproj", items: """<PackageReference Include="HardenBuild" PrivateAssets="all" />"""), ("Directory.Packages.props", Central($"""<PackageVersion Include="HardenBuild" Version="{Version}" />"""))], items: ""),
        .. Repository(
            "flows",
            [
                .. Project("Lib/Lib.csproj", items: Reference.Replace(" PrivateAssets=\"all\"", "", StringComparison.Ordinal)),
                .. Project("App/App.csproj", items: """<ProjectReference Include="../Lib/Lib.csproj" />"""),
            ],
            items: ""),
        .. Repository("without", [.. Project("App/App.csproj")], items: ""),

        .. Repository("text", [.. Project("App/App.csproj"), ("App/Dockerfile.crlf", Dockerfile.Replace("\n", "\r\n", StringComparison.Ordinal)), ("App/Dockerfile.bom", '\uFEFF' + Dockerfile)]),
        .. Repository(
            "severities",
            [
                .. Project("App/App.csproj"),
                (".globalconfig", "is_global = true\ndotnet_diagnostic.HB2001.severity = warning\n"),
                (".editorconfig", "root = true\n[*]\ndotnet_diagnostic.HB1027.severity = suggestion\n"),
                ("deploy/blue/Dockerfile", Dockerfile),
                ("deploy/green/Dockerfile", Dockerfile),
                ("deploy/green/.editorconfig", "[Dockerfile]\ndotnet_diagnostic.HB1027.severity = none\n"),
                ("deploy/compose.yaml", Compose),
            ]),
        .. Repository(
            "switches",
            [
                .. Project("NoWarn/A.csproj", properties: "<NoWarn>$(NoWarn);HB1027</NoWarn>"),
                .. Project("AsErrors/A.csproj", properties: "<WarningsAsErrors>HB1027</WarningsAsErrors>"),
                .. Project("All/A.csproj", properties: "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>"),
                .. Project("Except/A.csproj", properties: "<TreatWarningsAsErrors>true</TreatWarningsAsErrors><WarningsNotAsErrors>HB1027</WarningsNotAsErrors>"),
                .. Project("AsMessages/A.csproj", properties: "<MSBuildWarningsAsMessages>HB1027</MSBuildWarningsAsMessages>"),
                .. Project("Disabled/A.csproj", properties: "<HardenBuildEnabled>false</HardenBuildEnabled>"),
                .. Project("NoAnalyzers/A.csproj", properties: "<RunAnalyzersDuringBuild>false</RunAnalyzersDuringBuild><RunAnalyzers>false</RunAnalyzers>"),
            ]),
        .. Repository("modes", [.. Project("App/App.csproj"), ("App/Dockerfile.pinned", "FROM alpine:3.22\nUSER 1000\n")], properties: "<HardenBuildMode>hardened</HardenBuildMode><HardenBuildLevel>1.0</HardenBuildLevel>"),
        .. Repository("silent", [.. Project("App/App.csproj")], properties: "<HardenBuildMode>none</HardenBuildMode>"),
        .. Repository("refused", [.. Project("App/App.csproj", items: """<HardenBuildInput Include="../../shared/image.txt" />""")]),
        .. Repository("allowed", [.. Project("App/App.csproj", items: """<HardenBuildInput Include="../../shared/image.txt" />""")], properties: "<HardenBuildAllowOutsideInputs>true</HardenBuildAllowOutsideInputs>"),
        ("shared/image.txt", Dockerfile),
        .. Documented("documented", "Directory.Build.props", "Directory.Build.targets"),
        .. Documented("documented-central", "Directory.Packages.props"),
    ];

    /// <summary>A repository of its own: the <c>.git</c> that the root is found by, and one Directory.Build.props.</summary>
    private static IEnumerable<(string Path, string Text)> Repository(
        string name, IEnumerable<(string Path, string Text)> files, string git = ".git/HEAD", string items = Reference, string properties = "") =>
    [
        ($"{name}/{git}", git == ".git" ? "gitdir: elsewhere\n" : "ref: refs/heads/main\n"),
        ($"{name}/Directory.Build.props", $"<Project><PropertyGroup><TargetFramework>net10.0</TargetFramework>{properties}</PropertyGroup><ItemGroup>{items}</ItemGroup></Project>"),
        .. files.Select(file => ($"{name}/{file.Path}", file.Text)),
    ];

    /// <summary>A repository set up by the examples of docs/msbuild.md.</summary>
    private static IEnumerable<(string Path, string Text)> Documented(string name, params string[] examples) =>
    [
        ($"{name}/.git/HEAD", "ref: refs/heads/main\n"),
        .. Project("App/App.csproj", properties: "<TargetFramework>net10.0</TargetFramework>")
            .Append((Path: "images/base.txt", Text: Dockerfile))
            .Append((Path: "samples/Dockerfile", Text: Dockerfile))
            .Select(file => ($"{name}/{file.Path}", file.Text)),
        .. FencedBlock.In("msbuild.md")
            .Where(block => examples.Contains(block.FileName))
            .Select(block => ($"{name}/{block.FileName}", block.Text.Replace("0.1.0", Version, StringComparison.Ordinal))),
    ];

    /// <summary>A project of the SDK with an image by the tag latest beside it: HB1027 at (1,13).</summary>
    private static IEnumerable<(string Path, string Text)> Project(string path, string properties = "", string items = "", string targets = "")
    {
        var text = new StringBuilder();
        text.Append("<Project><Import Project=\"Sdk.props\" Sdk=\"Microsoft.NET.Sdk\" />")
            .Append("<PropertyGroup>").Append(properties).Append("</PropertyGroup><ItemGroup>").Append(items).Append("</ItemGroup>")
            .Append("<Import Project=\"Sdk.targets\" Sdk=\"Microsoft.NET.Sdk\" />").Append(targets).Append("</Project>");
        return [(path, text.ToString()), (Path.GetDirectoryName(path) + "/Dockerfile", Dockerfile)];
    }

    private static string Central(string items) =>
        $"<Project><PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup><ItemGroup>{items}</ItemGroup></Project>";

    // As Microsoft.Build.NoTargets does it: a CoreCompile that compiles nothing, and nothing to copy.
    private const string NoTargets = """
        <PropertyGroup><ProduceReferenceAssembly>false</ProduceReferenceAssembly><CoreBuildDependsOn>BuildOnlySettings;PrepareForBuild;PreBuildEvent;ResolveReferences;Compile;PrepareForRun;PostBuildEvent</CoreBuildDependsOn></PropertyGroup>
        <ItemGroup><IntermediateAssembly Remove="@(IntermediateAssembly)" /></ItemGroup>
        <Target Name="CoreCompile" DependsOnTargets="$(CoreCompileDependsOn)" />
        """;

    // As Microsoft.Build.Traversal does it: no compiler's targets at all, and a Build of its own.
    private const string Traversal = """
        <Project>
          <PropertyGroup><LanguageTargets>$(MSBuildToolsPath)/Microsoft.Common.targets</LanguageTargets></PropertyGroup>
          <Import Project="Sdk.props" Sdk="Microsoft.NET.Sdk" />
          <Import Project="Sdk.targets" Sdk="Microsoft.NET.Sdk" />
          <Target Name="Build" />
        </Project>
        """;

    // Microsoft.Docker.Sdk takes no packages.
    private const string ComposeProject = """<Project DefaultTargets="Build"><Target Name="Build" /></Project>""";
}
