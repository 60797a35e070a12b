using HardenBuild.Rules.DotNet.SdkContainer;

namespace HardenBuild.Core.Tests.Rules.DotNet;

public sealed class SdkContainerRulesTests
{
    [Theory]
    [InlineData("net10.0", "<ContainerUser>[|root|]</ContainerUser>")]
    [InlineData("net10.0", "<ContainerUser>[|0:0|]</ContainerUser>")]
    [InlineData("net10.0", "<ContainerUser> [|ContainerAdministrator|] </ContainerUser>")]
    [InlineData("net7.0", "<EnableSdkContainerSupport>[|true|]</EnableSdkContainerSupport>")]
    [InlineData("net10.0", "<EnableSdkContainerSupport>true</EnableSdkContainerSupport>")]
    [InlineData("net10.0", "<ContainerUser>app</ContainerUser>")]
    [InlineData("net10.0", "<ContainerUser>$(User)</ContainerUser>")]
    [InlineData("net10.0", "<ContainerUser Condition=\"'$(Debug)' == 'true'\">root</ContainerUser>")]
    [InlineData("net7.0", "<EnableSdkContainerSupport>true</EnableSdkContainerSupport><ContainerUser>1000</ContainerUser>")]
    public void Image_does_not_run_as_root(string framework, string properties) => RuleVerifier.Verify<DotnetSdkContainerRootUser>("a.csproj", Project(framework, properties));

    [Fact]
    public void Shared_properties_are_reported_where_they_stand() => RuleVerifier.Verify<DotnetSdkContainerRootUser>(
        ("Directory.Build.props", "<Project><PropertyGroup><ContainerUser>[|root|]</ContainerUser></PropertyGroup></Project>"), ("a.csproj", Project("net10.0", "")));

    [Fact]
    public void Malformed_projects_are_left_to_the_build() => RuleVerifier.Verify<DotnetSdkContainerRootUser>("a.csproj", "<Project><PropertyGroup><ContainerUser>root</PropertyGroup>");

    [Theory]
    [InlineData("registry.example.com/[|base|]")]
    [InlineData("mcr.microsoft.com/dotnet/aspnet:[|latest|]")]
    [InlineData("mcr.microsoft.com/dotnet/aspnet:[|9.0|]")]
    [InlineData("mcr.microsoft.com/dotnet/aspnet:10.0-alpine")]
    [InlineData("example.com/base@sha256:7959ed6f7e35f8b1")]
    [InlineData("mcr.microsoft.com/dotnet/aspnet:$(Tag)")]
    [InlineData("$(Image)")]
    public void Base_image_is_fixed(string image) => RuleVerifier.Verify<DotnetSdkContainerBaseImageUnpinned>("a.csproj", Project("net10.0", $"<ContainerBaseImage>{image}</ContainerBaseImage>"));

    [Theory]
    [InlineData("<ContainerEnvironmentVariable Include=\"API_TOKEN\" Value=\"[|$(Token)|]\" />")]
    [InlineData("<ContainerEnvironmentVariable Include=\"Db\"><Value>[|Server=db;User Id=a;Password=Kx7vPq2wZr|]</Value></ContainerEnvironmentVariable>")]
    [InlineData("<ContainerLabel Include=\"password\" Value=\"[|Kx7vPq2w|]\" />")]
    [InlineData("<ContainerEnvironmentVariable Include=\"API_TOKEN\" Value=\"changeme\" />")]
    [InlineData("<ContainerEnvironmentVariable Include=\"VERSION\" Value=\"$(Version)\" />")]
    public void Configuration_holds_no_secret(string item) => RuleVerifier.Verify<DotnetSdkContainerSecretEnv>("a.csproj", Items(item));

    [Theory]
    [InlineData("<ContainerPort Include=\"[|443|]\" />")]
    [InlineData("<ContainerPort Include=\"8080\" />")]
    [InlineData("<ContainerPort Include=\"[|8080|]\" /><ContainerEnvironmentVariable Include=\"ASPNETCORE_HTTP_PORTS\" Value=\"5000\" />")]
    [InlineData("<ContainerPort Include=\"$(Port)\" />")]
    [InlineData("<ContainerPort Include=\"53\" Type=\"udp\" />")]
    public void Port_can_be_opened(string item) => RuleVerifier.Verify<DotnetSdkContainerPrivilegedPort>("a.csproj", Items(item));

    [Theory]
    [InlineData("<ContainerRegistry>r.example.com</ContainerRegistry><ContainerImageTag>[|latest|]</ContainerImageTag>")]
    [InlineData("<ContainerRegistry>r.example.com</ContainerRegistry><ContainerImageTags>[|latest|]</ContainerImageTags>")]
    [InlineData("<ContainerRegistry>r.example.com</ContainerRegistry><ContainerImageTags>1.0;latest</ContainerImageTags>")]
    [InlineData("<ContainerImageTag>latest</ContainerImageTag>")]
    public void Pushed_image_has_a_version(string properties) => RuleVerifier.Verify<DotnetSdkContainerMutableTag>("a.csproj", Project("net10.0", properties));

    [Theory]
    [InlineData("<ContainerRegistry>[|http://r.example.com|]</ContainerRegistry>")]
    [InlineData("<DOTNET_CONTAINER_INSECURE_REGISTRIES>[|r.example.com|]</DOTNET_CONTAINER_INSECURE_REGISTRIES>")]
    [InlineData("<SDK_CONTAINER_REGISTRY_PWORD>[|Kx7vPq2w|]</SDK_CONTAINER_REGISTRY_PWORD>")]
    [InlineData("<ContainerRegistry>localhost:5000</ContainerRegistry>")]
    [InlineData("<DOTNET_CONTAINER_INSECURE_REGISTRIES>localhost:5000</DOTNET_CONTAINER_INSECURE_REGISTRIES>")]
    [InlineData("<SDK_CONTAINER_REGISTRY_PWORD>$(Password)</SDK_CONTAINER_REGISTRY_PWORD>")]
    public void Registry_is_used_securely(string properties) => RuleVerifier.Verify<DotnetSdkContainerInsecureRegistry>("a.csproj", Project("net10.0", properties));

    [Theory]
    [InlineData("net10.0", "[|bookworm-slim|]")]
    [InlineData("net9.0", "[|jammy-chiseled|]")]
    [InlineData("net8.0", "[|focal|]")]
    [InlineData("net9.0", "bookworm-slim")]
    [InlineData("net10.0", "noble-chiseled-extra")]
    [InlineData("net10.0", "alpine")]
    [InlineData("net10.0", "questing")]
    public void Family_is_published(string framework, string family) => RuleVerifier.Verify<DotnetSdkContainerFamilyEol>("a.csproj", Project(framework, $"<ContainerFamily>{family}</ContainerFamily>"));

    [Theory]
    [InlineData("<DockerfileFile>[|docker/Dockerfile|]</DockerfileFile>")]
    [InlineData("<DockerComposeProjectPath>[|..\\docker-compose.dcproj|]</DockerComposeProjectPath>")]
    [InlineData("<DockerfileContext>..</DockerfileContext><DockerfileFile>Dockerfile</DockerfileFile>")]
    [InlineData("<DockerfileFastModeStage>[|base|]</DockerfileFastModeStage>")]
    [InlineData("<DockerfileFastModeStage>FINAL</DockerfileFastModeStage>")]
    [InlineData("<DockerfileBuildArguments>--build-arg A=1 --build-arg [|B|]=2</DockerfileBuildArguments>")]
    [InlineData("<DockerfileContext>$(SolutionDir)</DockerfileContext>")]
    public void Properties_name_what_exists(string properties) => RuleVerifier.Verify<DotnetDockerfilePropertyBroken>(
        ("src/a.csproj", Project("net10.0", properties)), ("src/Dockerfile", "ARG A\nFROM a:1 AS final\n"));

    private static string Project(string framework, string properties) =>
        $"<Project Sdk=\"Microsoft.NET.Sdk.Web\">\n<PropertyGroup><TargetFramework>{framework}</TargetFramework>{properties}</PropertyGroup>\n</Project>\n";

    private static string Items(string items) =>
        $"<Project Sdk=\"Microsoft.NET.Sdk.Web\">\n<PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>\n<ItemGroup>{items}</ItemGroup>\n</Project>\n";
}
