using HardenBuild.Rules;
using HardenBuild.Rules.DotNet.Publish;
using HardenBuild.Rules.DotNet.Restore;
using HardenBuild.Rules.DotNet.Tools;

namespace HardenBuild.Core.Tests.Rules.DotNet;

public sealed class DotNetBuildRulesTests
{
    private const string Aspnet = "mcr.microsoft.com/dotnet/aspnet:10.0";
    private const string Sdk = "mcr.microsoft.com/dotnet/sdk:10.0";

    [Theory]
    [InlineData($"FROM {Sdk}\nRUN dotnet restore -s [|http://feed/v3|] --no-cache\n")]
    [InlineData($"FROM {Sdk}\nRUN dotnet nuget add source [|http://feed.example.com/v3|] -n x\n")]
    [InlineData($"FROM {Sdk}\nRUN dotnet nuget add source https://feed -n x [|--allow-insecure-connections|]\n")]
    [InlineData($"FROM {Sdk}\nRUN dotnet build -p:[|RestoreSources=http://feed/v3|]\n")]
    [InlineData($"FROM {Sdk}\nCOPY <<EOF nuget.config\n<packageSources><add key=\"a\" value=\"[|http://feed/v3|]\" />\n<add key=\"b\" value=\"https://feed\" disableTLSCertificateValidation=\"[|true|]\" /></packageSources>\nEOF\n")]
    public void Reports_sources_without_TLS(string text) => RuleVerifier.Verify<DotnetNugetInsecureSource>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Sdk}\nRUN dotnet restore -s https://feed/v3 -s http://localhost:8080/v3 -s /packages\n")]
    [InlineData($"FROM {Sdk}\nARG HOST\nRUN dotnet restore -s http://$HOST/v3\n")]
    [InlineData($"FROM {Sdk}\nRUN dotnet run -- http://example.com\n")]
    public void Accepts_TLS_and_local_sources(string text) => RuleVerifier.Verify<DotnetNugetInsecureSource>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Sdk}\nENV [|DOTNET_NUGET_SIGNATURE_VERIFICATION=False|] A=1\n")]
    [InlineData($"FROM {Sdk}\nRUN [|NUGET_CERT_REVOCATION_MODE=offline|] dotnet restore\n")]
    public void Reports_unchecked_signatures(string text) => RuleVerifier.Verify<DotnetNugetSignatureVerificationDisabled>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Sdk}\nENV DOTNET_NUGET_SIGNATURE_VERIFICATION=true NUGET_CERT_REVOCATION_MODE=online\nARG DOTNET_NUGET_SIGNATURE_VERIFICATION\n")]
    public void Accepts_checked_signatures(string text) => RuleVerifier.Verify<DotnetNugetSignatureVerificationDisabled>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Sdk}\nCOPY [|.|] .\nRUN dotnet restore\nRUN dotnet publish --no-restore\n")]
    [InlineData($"FROM {Sdk} AS base\nFROM base\nCOPY [|src/|] src/\nRUN cd src && dotnet build\n")]
    public void Reports_early_copies(string text) => RuleVerifier.Verify<DotnetRestoreCacheOrder>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Sdk}\nCOPY [\"a.csproj\", \"a/\"]\nRUN dotnet restore a\nCOPY . .\nRUN dotnet publish\n")]
    [InlineData($"FROM {Sdk}\nCOPY . .\nRUN --mount=type=cache,target=/root/.nuget/packages dotnet publish\n")]
    [InlineData($"FROM {Sdk} AS r\nCOPY *.csproj .\nRUN dotnet restore\nFROM r\nCOPY . .\nRUN dotnet publish\n")]
    [InlineData($"FROM {Sdk}\nCOPY . .\nRUN dotnet publish app.cs\n")]
    [InlineData($"FROM {Aspnet}\nCOPY . .\nENTRYPOINT [\"dotnet\", \"a.dll\"]\n")]
    [InlineData($"FROM {Sdk}\nCOPY . .\nRUN make\n")]
    public void Accepts_restore_before_sources(string text) => RuleVerifier.Verify<DotnetRestoreCacheOrder>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Sdk}\nRUN dotnet restore && dotnet [|build|] -c Release\nRUN dotnet publish --no-build\n")]
    public void Reports_a_second_restore(string text) => RuleVerifier.Verify<DotnetPublishRestoresAgain>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Sdk}\nRUN dotnet restore\nRUN dotnet publish --no-restore\n")]
    [InlineData($"FROM {Sdk}\nRUN dotnet restore\nRUN dotnet publish -r linux-x64\n")]
    [InlineData($"FROM {Sdk}\nRUN dotnet publish\n")]
    public void Accepts_one_restore(string text) => RuleVerifier.Verify<DotnetPublishRestoresAgain>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Sdk} AS b\nRUN dotnet publish -c [|debug|] -o /a\nFROM {Aspnet}\nCOPY --from=b /a /a\n")]
    [InlineData($"FROM {Sdk} AS b\nARG C=[|Debug|]\nRUN dotnet publish --configuration \"$C\" -o /a\nFROM {Aspnet}\nCOPY --from=b /a /a\n")]
    [InlineData($"FROM {Sdk} AS b\nRUN dotnet publish /p:[|Configuration=Debug|] -o /a\nFROM {Aspnet}\nCOPY --from=b /a /a\n")]
    [InlineData($"FROM mcr.microsoft.com/dotnet/sdk:7.0 AS b\nRUN dotnet [|publish|] -o /a\nFROM {Aspnet}\nCOPY --from=b /a /a\n")]
    [InlineData($"FROM {Aspnet}\nCOPY [|bin/Debug/net10.0/publish/|] /app/\n")]
    public void Reports_debug_builds(string text) => RuleVerifier.Verify<DotnetPublishDebugConfiguration>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Sdk} AS b\nARG C=Release\nRUN dotnet publish -c $C -o /a\nFROM {Aspnet}\nCOPY --from=b /a /a\n")]
    [InlineData($"FROM {Sdk} AS b\nARG C\nRUN dotnet publish -c $C -o /a\nFROM {Aspnet}\nCOPY --from=b /a /a\n")]
    [InlineData($"FROM {Sdk} AS b\nRUN dotnet publish -o /a\nFROM {Aspnet}\nCOPY --from=b /a /a\n")]
    [InlineData($"FROM {Sdk} AS b\nRUN dotnet build -c Debug && dotnet publish -c Release -o /a\nFROM {Aspnet}\nCOPY --from=b /a /a\n")]
    [InlineData($"FROM {Sdk} AS b\nRUN dotnet publish -c Debug -o /a\nFROM {Aspnet} AS debug\nCOPY --from=b /a /a\n")]
    [InlineData($"FROM {Sdk} AS b\nRUN dotnet publish -c Debug -o /a\nFROM {Aspnet}\n")]
    public void Accepts_release_builds(string text) => RuleVerifier.Verify<DotnetPublishDebugConfiguration>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Sdk}\nCMD dotnet [|watch|] run\n")]
    [InlineData($"FROM {Sdk}\nENTRYPOINT [\"dotnet\", [|\"run\"|], \"--project\", \"a\"]\n")]
    [InlineData($"FROM {Sdk}\nCMD exec dotnet [|run|]\n")]
    public void Reports_building_at_the_start(string text) => RuleVerifier.Verify<DotnetRunOrWatchAsEntrypoint>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Aspnet}\nENTRYPOINT [\"dotnet\", \"run.dll\"]\n")]
    [InlineData($"FROM {Sdk} AS dev\nENTRYPOINT [\"dotnet\", \"watch\"]\n")]
    [InlineData($"FROM {Sdk}\nRUN dotnet run --project tools\n")]
    public void Accepts_published_programs(string text) => RuleVerifier.Verify<DotnetRunOrWatchAsEntrypoint>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Aspnet}\nCOPY --from=b /a /a\nCOPY [|.|] /src\n")]
    [InlineData($"FROM {Aspnet}\nCOPY [|Program.cs|] [|a/a.csproj|] /src/\n")]
    public void Reports_sources_in_the_image(string text) => RuleVerifier.Verify<DotnetCopySourceIntoRuntimeImage>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Aspnet}\nCOPY . .\n")]
    [InlineData($"FROM {Aspnet}\nCOPY --from=b . .\nCOPY wwwroot /app/wwwroot\n")]
    [InlineData($"FROM {Sdk}\nCOPY --from=b /a /a\nCOPY . .\n")]
    [InlineData($"FROM {Aspnet} AS dev\nCOPY --from=b /a /a\nCOPY . .\n")]
    public void Accepts_published_output(string text) => RuleVerifier.Verify<DotnetCopySourceIntoRuntimeImage>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Aspnet}\nRUN curl -sSL [|https://aka.ms/getvsdbgsh|] | bash /dev/stdin -v latest\nCOPY [|remote_debugger/|] /x/\n")]
    [InlineData($"FROM {Sdk}\nRUN dotnet tool install --tool-path /tools [|dotnet-trace|] --version 9.0.1 && dotnet tool install -g [|dotnet-dump@9.0.1|]\n")]
    public void Reports_debuggers(string text) => RuleVerifier.Verify<DotnetRemoteDebuggerInImage>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Aspnet} AS debug\nRUN curl -sSL https://aka.ms/getvsdbgsh | sh\n")]
    [InlineData($"FROM {Sdk}\nRUN dotnet tool install -g dotnet-ef\n")]
    [InlineData($"FROM {Sdk} AS tools\nRUN dotnet tool install --tool-path /tools dotnet-trace\nFROM {Aspnet}\n")]
    public void Accepts_debug_stages(string text) => RuleVerifier.Verify<DotnetRemoteDebuggerInImage>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Sdk}\nRUN dotnet tool install -g [|dotnet-ef|] && dotnet workload install [|wasm-tools|]\n")]
    [InlineData($"FROM {Sdk}\nRUN dotnet new install [|Avalonia.Templates|]\n")]
    [InlineData($"FROM {Sdk}\nONBUILD RUN dotnet tool update --tool-path /t [|x|]\n")]
    public void Reports_tools_without_a_version(string text) => RuleVerifier.Verify<DotnetToolVersionNotPinned>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Sdk}\nRUN dotnet tool install -g dotnet-ef --version 10.0.1 && dotnet tool install -g x@1.2.3 && dotnet new install Avalonia.Templates::11.0.0\n")]
    [InlineData($"FROM {Sdk}\nRUN dotnet tool restore && dotnet tool install -g $TOOL && dotnet workload restore\n")]
    [InlineData($"FROM {Sdk}\nRUN dotnet new install ./templates && dotnet new console\n")]
    public void Accepts_pinned_tools(string text) => RuleVerifier.Verify<DotnetToolVersionNotPinned>("Dockerfile", text);

    [Theory]
    [InlineData("FROM debian:13\nRUN wget [|https://dot.net/v1/dotnet-install.sh|] && bash ./dotnet-install.sh -c 10.0\n")]
    [InlineData("FROM debian:13\nRUN wget -qO- https://dot.net/v1/dotnet-install.sh | [|bash|]\n")]
    [InlineData("FROM example/base AS build\nRUN curl -sSL [|https://builds.dotnet.microsoft.com/dotnet/scripts/v1/dotnet-install.sh|] -o i.sh; sh i.sh\n")]
    [InlineData("FROM ubuntu:24.04\nRUN apt-get update && apt-get install -y [|dotnet-sdk-10.0|]\n")]
    public void Reports_dotnet_installed_by_hand(string text) => RuleVerifier.Verify<DotnetInstallScriptWithoutVerification>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Sdk}\nRUN curl -sSL https://dot.net/v1/dotnet-install.sh | bash /dev/stdin -c 9.0\n")]
    [InlineData("FROM debian:13\nRUN curl -sSLO https://dot.net/v1/dotnet-install.sh && echo 'abc dotnet-install.sh' | sha256sum -c && bash dotnet-install.sh\n")]
    [InlineData("FROM debian:13\nRUN curl -sSLO https://dot.net/v1/dotnet-install.sh && bash dotnet-install.sh -c 9.0 && bash dotnet-install.sh -c 10.0\n")]
    [InlineData("FROM ubuntu:24.04 AS build\nRUN apt-get update && apt-get install -y dotnet-sdk-10.0\nFROM ubuntu:24.04\nRUN apt-get update && apt-get install -y aspnetcore-runtime-10.0\n")]
    public void Accepts_images_with_several_versions_and_checked_scripts(string text) => RuleVerifier.Verify<DotnetInstallScriptWithoutVerification>("Dockerfile", text);

    [Fact]
    public void A_piped_install_script_is_reported_once()
    {
        var file = ("Dockerfile", "FROM debian:13\nRUN curl -sSL https://dot.net/v1/dotnet-install.sh | bash\nUSER nobody\n");

        var own = Assert.Single(RuleVerifier.Scan(RuleCatalog.All.Single(rule => rule.Id == "HB7040"), [file]));
        var general = Assert.Single(RuleVerifier.Scan(RuleCatalog.All.Single(rule => rule.Id == "HB1070"), [file]));

        Assert.Equal(general.Location.Span, own.Location.Span);
    }
}
