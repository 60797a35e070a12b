using HardenBuild.Rules;
using HardenBuild.Rules.DotNet.Ports;
using HardenBuild.Rules.DotNet.Settings;
using HardenBuild.Rules.DotNet.Users;

namespace HardenBuild.Core.Tests.Rules.DotNet;

public sealed class DotNetSettingRulesTests
{
    private const string Aspnet = "mcr.microsoft.com/dotnet/aspnet";

    [Theory]
    [InlineData($"FROM {Aspnet}:10.0\nENV [|APP_UID|]=1000 X=1\n")]
    [InlineData($"FROM {Aspnet}:10.0\nARG [|APP_UID|]=1000\nUSER $APP_UID\n")]
    [InlineData($"FROM {Aspnet}:7.0\nUSER [|app|]\n")]
    [InlineData($"FROM {Aspnet}:6.0\nUSER [|$APP_UID|]\n")]
    [InlineData("FROM debian:13\nUSER [|${APP_UID}|]\n")]
    public void Reports_a_user_that_is_not_the_images_own(string text) => RuleVerifier.Verify<DotnetAppUidOverridden>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Aspnet}:10.0\nUSER $APP_UID\n")]
    [InlineData($"FROM {Aspnet}:10.0\nARG APP_UID=1654\nUSER app\n")]
    [InlineData($"FROM {Aspnet}:6.0\nARG APP_UID=1654\nRUN adduser -u $APP_UID app\nUSER $APP_UID\n")]
    [InlineData($"FROM {Aspnet}:10.0\nENV APP_UID=2000\nRUN useradd -u 2000 web\nUSER $APP_UID\n")]
    [InlineData("FROM debian:13\nARG APP_UID=1000\nUSER $APP_UID\n")]
    [InlineData("FROM example/aspnet:10\nUSER $APP_UID\n")]
    [InlineData($"ARG V\nFROM {Aspnet}:$V\nUSER app\n")]
    [InlineData($"FROM {Aspnet}:7.0-nanoserver-ltsc2022\nUSER app\n")]
    [InlineData("USER $APP_UID\n")]
    public void Accepts_the_images_user_and_own_ones(string text) => RuleVerifier.Verify<DotnetAppUidOverridden>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Aspnet}:10.0\nENV ASPNETCORE_HTTP_PORTS=8080;[|80|]\nUSER app\n")]
    [InlineData($"FROM {Aspnet}:10.0\nENV ASPNETCORE_URLS=\"http://+:8080;https://+:[|443|]/base\"\nUSER $APP_UID\n")]
    [InlineData($"FROM {Aspnet}:10.0-noble-chiseled\nENV ASPNETCORE_URLS http://[::]:[|80|]\n")]
    [InlineData($"FROM {Aspnet}:10.0 AS base\nUSER app\nENV Kestrel__Endpoints__Http__Url=http://*:[|81|]\nFROM base\n")]
    [InlineData($"FROM {Aspnet}:10.0\nUSER 1000\nENTRYPOINT [\"dotnet\", \"a.dll\", \"--urls\", \"http://*:[|80|]\"]\n")]
    [InlineData($"FROM {Aspnet}:10.0\nUSER 1000\nCMD dotnet a.dll --urls=http://*:[|80|]\n")]
    public void Reports_ports_that_need_root(string text) => RuleVerifier.Verify<DotnetPrivilegedPortNonRoot>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Aspnet}:10.0\nENV ASPNETCORE_URLS=http://+:80\n")]
    [InlineData($"FROM {Aspnet}:10.0\nENV ASPNETCORE_URLS=http://+:80\nUSER root\n")]
    [InlineData($"FROM {Aspnet}:10.0\nENV ASPNETCORE_URLS=http://+:8080\nUSER app\n")]
    [InlineData($"FROM {Aspnet}:10.0\nENV ASPNETCORE_URLS=http://host80:8080 ASPNETCORE_HTTPS_PORT=443\nUSER app\n")]
    [InlineData($"FROM {Aspnet}:10.0\nENV ASPNETCORE_URLS=http://+:80\nENV ASPNETCORE_URLS=http://+:8080\nUSER app\n")]
    [InlineData($"FROM {Aspnet}:10.0\nENV ASPNETCORE_URLS=http://[::1]\nUSER app\n")]
    [InlineData($"FROM {Aspnet}:10.0\nARG P\nENV ASPNETCORE_URLS=http://+:$P\nUSER app\n")]
    [InlineData($"FROM {Aspnet}:10.0-nanoserver-ltsc2025\nENV ASPNETCORE_URLS=http://+:80\n")]
    [InlineData("FROM example/base\nENV ASPNETCORE_URLS=http://+:80\n")]
    [InlineData($"FROM {Aspnet}:10.0\nENV ASPNETCORE_URLS=;http://;://:;+:80\nUSER app\n")]
    public void Accepts_high_ports_and_root(string text) => RuleVerifier.Verify<DotnetPrivilegedPortNonRoot>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Aspnet}:10.0 AS base\nENV ASPNETCORE_ENVIRONMENT=[|development|]\nFROM base AS final\n")]
    [InlineData("FROM example/base\nENV DOTNET_ENVIRONMENT [|Development|]\n")]
    public void Reports_the_environment_Development(string text) => RuleVerifier.Verify<DotnetAspnetcoreEnvironmentDevelopment>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Aspnet}:10.0\nENV ASPNETCORE_ENVIRONMENT=Production\n")]
    [InlineData($"FROM {Aspnet}:10.0\nENV ASPNETCORE_ENVIRONMENT=Development\nENV ASPNETCORE_ENVIRONMENT=Production\n")]
    [InlineData($"FROM {Aspnet}:10.0 AS debug\nENV ASPNETCORE_ENVIRONMENT=Development\n")]
    [InlineData($"FROM {Aspnet}:10.0 AS tools\nENV ASPNETCORE_ENVIRONMENT=Development\nFROM {Aspnet}:10.0\n")]
    public void Accepts_other_environments_and_stages(string text) => RuleVerifier.Verify<DotnetAspnetcoreEnvironmentDevelopment>("Dockerfile", text);

    [Fact]
    public void Accepts_files_of_developers() =>
        RuleVerifier.Verify<DotnetAspnetcoreEnvironmentDevelopment>("Dockerfile.dev", $"FROM {Aspnet}:10.0\nENV ASPNETCORE_ENVIRONMENT=Development\n");

    [Theory]
    [InlineData($"FROM {Aspnet}:10.0\nENV ASPNETCORE_DETAILEDERRORS=[|1|] Logging__LogLevel__Default=[|Trace|]\n")]
    public void Reports_detailed_errors(string text) => RuleVerifier.Verify<DotnetDetailedErrorsOrShutdownFlags>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Aspnet}:10.0\nENV ASPNETCORE_DETAILEDERRORS=false ASPNETCORE_SUPPRESSSTATUSMESSAGES=true Logging__LogLevel__Default=Information\n")]
    [InlineData($"FROM {Aspnet}:10.0 AS dev\nENV ASPNETCORE_DETAILEDERRORS=true\n")]
    public void Accepts_quiet_settings(string text) => RuleVerifier.Verify<DotnetDetailedErrorsOrShutdownFlags>("Dockerfile", text);

    [Fact]
    public void Messages_name_the_variable()
    {
        var rule = RuleCatalog.All.OfType<DotnetDetailedErrorsOrShutdownFlags>().Single();

        var finding = Assert.Single(RuleVerifier.Scan(rule, [("Dockerfile", $"FROM {Aspnet}:10.0\nENV ASPNETCORE_DETAILEDERRORS=1\n")]));

        Assert.StartsWith("'ASPNETCORE_DETAILEDERRORS=1' shows", finding.Message, StringComparison.Ordinal);
    }
}
