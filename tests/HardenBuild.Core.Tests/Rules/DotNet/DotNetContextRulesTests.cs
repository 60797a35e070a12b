using HardenBuild.Rules.DotNet.Context;

namespace HardenBuild.Core.Tests.Rules.DotNet;

public sealed class DotNetContextRulesTests
{
    private const string Aspnet = "mcr.microsoft.com/dotnet/aspnet";
    private const string Sdk = "mcr.microsoft.com/dotnet/sdk";
    private const string Ignore = "**/bin\n**/obj\n";

    [Theory]
    [InlineData("[|8.0|]", "")]
    [InlineData("[|11.0-alpine|]", "")]
    [InlineData("10.0", "")]
    [InlineData("latest", "")]
    [InlineData("8.0", "<RollForward>Major</RollForward>")]
    [InlineData("8.0", "<SelfContained>true</SelfContained>")]
    [InlineData("8.0", "<PublishAot Condition=\"'$(X)' == ''\">true</PublishAot>")]
    public void Runtime_must_have_the_version_of_the_project(string tag, string property) =>
        RuleVerifier.Verify<DotnetRuntimeImageTfmMismatch>(VisualStudio($"{Aspnet}:{tag}"), Web(property), (".dockerignore", Ignore));

    [Theory]
    [InlineData("-f net8.0")]
    [InlineData("--self-contained")]
    [InlineData("-r linux-x64")]
    [InlineData("-p:PublishAot=true")]
    public void Switches_of_publish_count(string switches) => RuleVerifier.Verify<DotnetRuntimeImageTfmMismatch>(
        ("Dockerfile", $"FROM {Sdk}:10.0 AS b\nCOPY . .\nRUN dotnet publish src/Web/Web.csproj {switches} -o /app\nFROM {Aspnet}:8.0\nCOPY --from=b /app .\n"), Web(""));

    [Theory]
    [InlineData($"FROM {Sdk}:10.0 AS b\nCOPY . .\nRUN dotnet publish $PROJECT -o /app\nFROM {Aspnet}:8.0\n")]
    [InlineData($"FROM {Sdk}:10.0 AS b\nCOPY . .\nRUN cd x && dotnet publish -o /app\nFROM {Aspnet}:8.0\nCOPY --from=b /app .\n")]
    [InlineData($"FROM {Sdk}:10.0 AS b\nCOPY . .\nRUN dotnet publish other.sln -o /app\nFROM {Aspnet}:8.0\nCOPY --from=b /app .\n")]
    [InlineData($"FROM {Aspnet}:8.0\nCOPY --from=ghcr.io/a/b /app .\n")]
    public void Silent_where_the_project_is_not_known(string text) => RuleVerifier.Verify<DotnetRuntimeImageTfmMismatch>(("Dockerfile", text), Web(""));

    [Theory]
    [InlineData("[|8.0|]", "")]
    [InlineData("10.0", "")]
    [InlineData("11.0", "")]
    [InlineData("[|10.0|]", "{\"sdk\": {\"version\": \"10.0.100\"}}")]
    [InlineData("10.0", "{\"sdk\": {\"version\": \"10.0.100\", \"rollForward\": \"latestFeature\"}}")]
    [InlineData("10.0.100", "{\"sdk\": {\"version\": \"10.0.100\"}}")]
    [InlineData("[|10.0.203|]", "{\"sdk\": {\"version\": \"10.0.100\"}}")]
    [InlineData("10.0", "{\"sdk\": {\"allowPrerelease\": true}}")]
    public void Sdk_must_satisfy_project_and_global_json(string tag, string global) => RuleVerifier.Verify<DotnetSdkImageTfmMismatch>(
        ("Dockerfile", $"FROM {Sdk}:{tag}\nWORKDIR /src\nCOPY . .\nRUN dotnet build src/Web/Web.csproj && dotnet publish src/Web\n"), Web(""), ("global.json", global));

    [Theory]
    [InlineData("Microsoft.NET.Sdk.Web", "", "[|runtime|]")]
    [InlineData("Microsoft.NET.Sdk.Web", "", "aspnet")]
    [InlineData("Microsoft.NET.Sdk.Web", "", "[|runtime-deps|]")]
    [InlineData("Microsoft.NET.Sdk.Web", "<PublishAot>true</PublishAot>", "runtime-deps")]
    [InlineData("Microsoft.NET.Sdk.Web", "<PublishAot>true</PublishAot>", "[|aspnet|]")]
    [InlineData("Microsoft.NET.Sdk.Worker", "", "[|aspnet|]")]
    [InlineData("Microsoft.NET.Sdk.Worker", "</PropertyGroup><ItemGroup><PackageReference Include=\"Grpc.AspNetCore\"/></ItemGroup><PropertyGroup>", "aspnet")]
    [InlineData("Microsoft.NET.Sdk", "</PropertyGroup><ItemGroup><FrameworkReference Include=\"Microsoft.AspNetCore.App\"/></ItemGroup><PropertyGroup>", "[|runtime|]")]
    [InlineData("Microsoft.NET.Sdk", "", "runtime")]
    public void Kind_of_image_must_fit_the_project(string sdk, string properties, string repository) => RuleVerifier.Verify<DotnetRuntimeImageKindMismatch>(
        VisualStudio($"mcr.microsoft.com/dotnet/{repository}:10.0"), Web(properties, sdk));

    [Theory]
    [InlineData("EXPOSE [|80|]")]
    [InlineData("EXPOSE [|80/tcp|] 443")]
    [InlineData("ENV ASPNETCORE_HTTP_PORTS=5000\nEXPOSE [|8080|]")]
    [InlineData("ENV ASPNETCORE_URLS=http://+:5000;https://*:5001\nEXPOSE [|8081|]")]
    [InlineData("EXPOSE 8080\nEXPOSE 8081 80")]
    [InlineData("ENV ASPNETCORE_URLS=http://+:80/\nEXPOSE 80")]
    [InlineData("EXPOSE 5000")]
    [InlineData("EXPOSE $PORT")]
    [InlineData("ENV ASPNETCORE_HTTP_PORTS=$PORT\nEXPOSE 80")]
    [InlineData("EXPOSE 80\nENTRYPOINT [\"dotnet\", \"a.dll\", \"--urls\", \"http://*:80\"]")]
    [InlineData("ENV Kestrel__Endpoints__A__Url=http://*:80\nEXPOSE 80")]
    public void Exposed_port_must_be_listened_on(string lines) => RuleVerifier.Verify<DotnetExposePortMismatch>("Dockerfile", $"FROM {Aspnet}:10.0\n{lines}\n");

    [Fact]
    public void Old_images_listen_on_80() => RuleVerifier.Verify<DotnetExposePortMismatch>("Dockerfile", $"FROM {Aspnet}:7.0\nEXPOSE 80\n");

    [Theory]
    [InlineData("{ \"Jwt\": { \"SigningKey\": \"[|kZ83hfQp0Lx7vRt2mWc9|]\" } }", "")]
    [InlineData("{ \"Smtp\": { \"Password\": \"[|hunter22|]\", \"User\": \"a\" } }", "")]
    [InlineData("{ \"Smtp\": { \"Password\": \"\", \"PublicKeyToken\": \"b77a5c561934e089\" } }", "")]
    [InlineData("{ \"Jwt\": { \"Key\": \"settings-key\" }, \"Db\": \"Server=(localdb)\\\\a;Trusted_Connection=True\" }", "")]
    [InlineData("{ \"Smtp\": { \"Password\": \"hunter22\" } }", "</PropertyGroup><ItemGroup><Content Update=\"appsettings.json\" CopyToPublishDirectory=\"Never\" /></ItemGroup><PropertyGroup>")]
    public void Published_settings_hold_no_secret(string json, string properties) => RuleVerifier.Verify<DotnetAppsettingsWithSecretsInContext>(
        VisualStudio($"{Aspnet}:10.0"), Web(properties), ("src/Web/appsettings.json", json));

    [Fact]
    public void Settings_that_the_ignore_file_hides_are_not_published() => RuleVerifier.Verify<DotnetAppsettingsWithSecretsInContext>(
        VisualStudio($"{Aspnet}:10.0"), Web(""), ("src/Web/appsettings.Development.json", "{ \"Password\": \"hunter22\" }"), (".dockerignore", "**/appsettings.Development.json"));

    [Theory]
    [InlineData("COPY src/Web/Web.csproj src/Web/\nRUN dotnet [|restore|] src/Web/Web.csproj\n")]
    [InlineData("COPY src/Web/Web.csproj Directory.Build.props ./src/Web/\nRUN dotnet [|restore|] src/Web/Web.csproj\n")]
    [InlineData("COPY src/*/*.csproj ./\nCOPY src/Web/Web.csproj src/Web/\nRUN dotnet [|restore|] src/Web/Web.csproj\n")]
    [InlineData("COPY src/Web/Web.csproj src/Web/\nCOPY src/Lib/Lib.csproj src/Lib/\nCOPY nuget.config Directory.*.props ./\nRUN dotnet restore src/Web/Web.csproj\n")]
    [InlineData("COPY . .\nRUN dotnet restore src/Web/Web.csproj\n")]
    [InlineData("RUN --mount=type=bind,target=. dotnet restore src/Web/Web.csproj\n")]
    [InlineData("RUN dotnet restore $PROJECT\n")]
    public void Restore_needs_its_inputs(string lines) => RuleVerifier.Verify<DotnetRestoreInputsMissing>(
        ("Dockerfile", $"FROM {Sdk}:10.0\nWORKDIR /src\n{lines}COPY . .\nRUN dotnet publish src/Web -o /app\n"),
        Web("</PropertyGroup><ItemGroup><ProjectReference Include=\"..\\Lib\\Lib.csproj\" /></ItemGroup><PropertyGroup>"),
        ("src/Lib/Lib.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />"), ("nuget.config", "<configuration/>"), ("Directory.Build.props", "<Project/>"), ("Directory.Packages.props", "<Project/>"));

    [Theory]
    [InlineData("[|restore|]", "")]
    [InlineData("restore --locked-mode", "")]
    [InlineData("restore -p:RestoreLockedMode=true", "")]
    [InlineData("restore", "<RestoreLockedMode Condition=\"'$(CI)' == 'true'\">true</RestoreLockedMode>")]
    public void Restore_holds_on_to_the_lock_file(string command, string property) => RuleVerifier.Verify<DotnetRestoreNotLocked>(
        ("Dockerfile", $"FROM {Sdk}:10.0\nCOPY src/Web /src\nWORKDIR /src\nRUN dotnet {command}\n"), Web(property), ("src/Web/packages.lock.json", "{}"));

    [Theory]
    [InlineData("ENTRYPOINT [\"dotnet\", \"[|web.dll|]\"]", "")]
    [InlineData("ENTRYPOINT dotnet /app/[|Shop.dll|]", "")]
    [InlineData("CMD [\"./[|web|]\"]", "")]
    [InlineData("ENTRYPOINT [\"dotnet\", \"Web.dll\"]", "")]
    [InlineData("ENTRYPOINT [\"dotnet\", \"[|Web.dll|]\"]", "<AssemblyName>Shop.Web</AssemblyName>")]
    [InlineData("ENTRYPOINT [\"dotnet\", \"Other.dll\"]", "<AssemblyName>$(Name)</AssemblyName>")]
    [InlineData("ENTRYPOINT [\"./start.sh\"]", "")]
    [InlineData("ENTRYPOINT [\"dotnet\", \"Lib.dll\"]", "")]
    [InlineData("ENTRYPOINT dotnet $APP", "")]
    [InlineData("ENTRYPOINT [\"./[|Web|]\"]", "<UseAppHost>false</UseAppHost>")]
    public void Started_program_is_the_published_one(string line, string property)
    {
        var (path, text) = VisualStudio($"{Aspnet}:10.0");
        RuleVerifier.Verify<DotnetEntrypointDllMismatch>((path, text + line + "\n"), Web(property), ("src/Lib/Lib.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />"));
    }

    [Theory]
    [InlineData("[|10.0-alpine|]", "<InvariantGlobalization>false</InvariantGlobalization>")]
    [InlineData("[|10.0-noble-chiseled|]", "</PropertyGroup><ItemGroup><PackageReference Include=\"Microsoft.Data.SqlClient\" /></ItemGroup><PropertyGroup>")]
    [InlineData("10.0-noble-chiseled-extra", "<InvariantGlobalization>false</InvariantGlobalization>")]
    [InlineData("10.0-alpine", "<InvariantGlobalization>true</InvariantGlobalization>")]
    [InlineData("10.0-alpine", "")]
    [InlineData("10.0", "<InvariantGlobalization>false</InvariantGlobalization>")]
    public void Culture_data_must_be_there(string tag, string property) => RuleVerifier.Verify<DotnetGlobalizationMismatch>(VisualStudio($"{Aspnet}:{tag}"), Web(property));

    [Fact]
    public void Installed_culture_data_counts() => RuleVerifier.Verify<DotnetGlobalizationMismatch>(
        "Dockerfile", $"FROM {Aspnet}:10.0-alpine AS base\nENV DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=0\nRUN apk add --no-cache icu-libs\nFROM base\n");

    [Theory]
    [InlineData($"FROM {Sdk}:10.0\nCOPY [|src|] /src\n")]
    [InlineData($"FROM {Sdk}:10.0\nCOPY src/Web/Web.csproj ./\nCOPY [|.|] .\nCOPY {{|#0:src|}} /x\n")]
    public void Folders_need_an_ignore_file(string text) => RuleVerifier.Verify<DotnetDockerignoreMissing>(("Dockerfile", text), Web(""));

    [Theory]
    [InlineData($"FROM {Sdk}:10.0\nCOPY src/Web/Web.csproj ./\n")]
    [InlineData($"FROM {Aspnet}:10.0\nCOPY publish /app\n")]
    [InlineData("FROM node:24\nCOPY . .\n")]
    public void Files_and_output_need_none(string text) => RuleVerifier.Verify<DotnetDockerignoreMissing>(("Dockerfile", text), Web(""), ("publish/Web.dll", ""));

    [Theory]
    [InlineData("obj\nbin\n", "COPY [|.|] .")]
    [InlineData("**/bin\n**/obj/\n", "COPY [|.|] .")]
    [InlineData("**/bin\n**/obj\n**/.env\n.git\n", "COPY . .")]
    [InlineData("*\n!src\n", "COPY . .")]
    [InlineData("**/bin\n", "COPY [|src|] .")]
    [InlineData("**/bin\n**/obj\n", "COPY src .")]
    public void Ignore_file_keeps_output_and_local_files_out(string ignore, string copy) => RuleVerifier.Verify<DotnetDockerignoreIncomplete>(
        ("Dockerfile", $"FROM {Sdk}:10.0\n{copy}\n"), Web(""), (".dockerignore", ignore), (".env", ""));

    [Theory]
    [InlineData(".git\n", "[|.|]")]
    [InlineData("obj\n", "[|.|]")]
    [InlineData("**/obj\n", ".")]
    [InlineData("**/[Oo]bj\n", ".")]
    [InlineData("*/*/obj\n", "src")]
    public void Host_files_stay_behind_after_a_restore(string ignore, string source) => RuleVerifier.Verify<DotnetObjFolderOverwritesRestore>(
        ("Dockerfile", $"FROM {Sdk}:10.0 AS b\nCOPY src/Web/Web.csproj src/Web/\nRUN dotnet restore src/Web\nFROM b\nCOPY {source} .\n"), Web(""), (".dockerignore", ignore));

    [Fact]
    public void Copies_before_a_restore_are_harmless() => RuleVerifier.Verify<DotnetObjFolderOverwritesRestore>(
        ("Dockerfile", $"FROM {Sdk}:10.0\nCOPY . .\nRUN dotnet restore\n"), Web(""), (".dockerignore", ".git"));

    [Theory]
    [InlineData("FROM mcr.microsoft.com/windows/servercore:[|latest|]\n")]
    [InlineData($"FROM {Sdk}:[|8.0-windowsservercore|]\n")]
    [InlineData($"FROM {Sdk}:8.0-nanoserver-1809\nFROM {Sdk}:8.0-nanoserver-ltsc2022\n")]
    [InlineData("FROM mcr.microsoft.com/windows/nanoserver:10.0.17763.6532\n")]
    [InlineData($"FROM {Sdk}:8.0-nanoserver-1809\nUSER [|$APP_UID|]\n")]
    [InlineData($"FROM {Sdk}:8.0-nanoserver-1809\nUSER ContainerUser\n")]
    [InlineData($"FROM {Sdk}:8.0\nUSER app\n")]
    public void Windows_images_name_their_Windows(string text) => RuleVerifier.Verify<DotnetWindowsImageHostCoupling>("Dockerfile", text);

    private static (string, string) VisualStudio(string image) => (
        "src/Web/Dockerfile",
        $"FROM {image} AS base\nWORKDIR /app\n\nFROM {Sdk}:10.0 AS build\nARG BUILD_CONFIGURATION=Release\nWORKDIR /src\nCOPY [\"src/Web/Web.csproj\", \"src/Web/\"]\n"
        + "RUN dotnet restore \"./src/Web/Web.csproj\"\nCOPY . .\nWORKDIR \"/src/src/Web\"\n\nFROM build AS publish\nARG BUILD_CONFIGURATION=Release\n"
        + "RUN dotnet publish \"./Web.csproj\" -c $BUILD_CONFIGURATION -o /app/publish /p:UseAppHost=false\n\nFROM base AS final\nWORKDIR /app\nCOPY --from=publish /app/publish .\n");

    private static (string, string) Web(string properties, string sdk = "Microsoft.NET.Sdk.Web") =>
        ("src/Web/Web.csproj", $"<Project Sdk=\"{sdk}\"><PropertyGroup><TargetFramework>net10.0</TargetFramework>{properties}</PropertyGroup></Project>");
}
