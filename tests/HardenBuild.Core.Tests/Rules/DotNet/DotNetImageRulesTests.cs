using HardenBuild.Rules;
using HardenBuild.Rules.Dockerfile.Users;
using HardenBuild.Rules.DotNet.Images;
using HardenBuild.Rules.DotNet.Users;

namespace HardenBuild.Core.Tests.Rules.DotNet;

public sealed class DotNetImageRulesTests
{
    private const string Aspnet = "mcr.microsoft.com/dotnet/aspnet";
    private const string Sdk = "mcr.microsoft.com/dotnet/sdk";

    [Theory]
    [InlineData($"FROM {Sdk}:[|6.0|] AS build\nFROM {Aspnet}:{{|#0:6.0-alpine|}}\n")]
    [InlineData($"FROM {Sdk}:[|6.0.428|] AS build\nFROM {Aspnet}:{{|#0:6.0|}} AS a\nFROM {Aspnet}:[|7.0|]\n")]
    [InlineData("FROM mcr.microsoft.com/dotnet/core/sdk:[|3.1|]\n")]
    [InlineData("FROM mcr.microsoft.com/dotnet/framework/aspnet:[|4.6.1-windowsservercore-ltsc2019|]\n")]
    [InlineData($"ARG V=7.0\nFROM {Aspnet}:[|$V|]\n")]
    [InlineData($"FROM {Aspnet}:[|5.0|] AS a\nFROM {Aspnet}:{{|#0:5.0|}} AS b\n")]
    public void Reports_versions_without_support_once(string text) => RuleVerifier.Verify<DotnetImageEol>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Aspnet}:10.0\n")]
    [InlineData($"FROM {Aspnet}\n")]
    [InlineData($"FROM {Aspnet}:latest\n")]
    [InlineData($"ARG V\nFROM {Aspnet}:$V\n")]
    [InlineData($"FROM {Aspnet}@sha256:7959ed6f7e35f8b1\n")]
    [InlineData("FROM mcr.microsoft.com/dotnet/framework/aspnet:4.8\n")]
    [InlineData("FROM mcr.microsoft.com/dotnet/aspire-dashboard:8.0\n")]
    [InlineData("FROM node:6.0\n")]
    [InlineData("FROM\n")]
    public void Accepts_supported_and_unknown_versions(string text) => RuleVerifier.Verify<DotnetImageEol>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM [|{Aspnet}:10.0|]\nENTRYPOINT [\"dotnet\", \"Web.dll\"]\n")]
    [InlineData($"FROM {Aspnet}:8.0 AS base\nFROM {Sdk}:8.0 AS build\nUSER app\nFROM [|base|] AS final\nCOPY --from=build x y\n")]
    [InlineData($"ARG V=9.0\nFROM [|mcr.microsoft.com/dotnet/runtime-deps:$V|]\n")]
    public void Reports_unused_application_user(string text) => RuleVerifier.Verify<DotnetNonRootUserNotUsed>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Aspnet}:10.0 AS base\nUSER $APP_UID\nFROM base\nENTRYPOINT [\"dotnet\", \"Web.dll\"]\n")]
    [InlineData($"FROM {Aspnet}:10.0\nUSER app\n")]
    [InlineData($"FROM {Aspnet}:10.0-noble-chiseled\n")]
    [InlineData($"FROM {Aspnet}:10.0-azurelinux3.0-distroless\n")]
    [InlineData($"FROM {Aspnet}:10.0-nanoserver-ltsc2025\n")]
    [InlineData($"FROM {Aspnet}:7.0\n")]
    [InlineData($"ARG V\nFROM {Aspnet}:$V\n")]
    [InlineData($"FROM {Sdk}:10.0\n")]
    public void Accepts_a_user_and_images_without_one(string text) => RuleVerifier.Verify<DotnetNonRootUserNotUsed>("Dockerfile", text);

    [Theory]
    [InlineData(Aspnet + ":10.0")]
    [InlineData(Aspnet + ":7.0")]
    [InlineData("node:24")]
    public void Exactly_one_rule_reports_a_missing_user(string image)
    {
        var file = ("Dockerfile", $"FROM {image}\nENTRYPOINT [\"/app/run\"]\n");
        var findings = new[] { typeof(FinalStageUserMissing), typeof(DotnetNonRootUserNotUsed) }
            .SelectMany(type => RuleVerifier.Scan(RuleCatalog.All.Single(rule => rule.GetType() == type), [file]));
        Assert.Single(findings);
    }

    [Theory]
    [InlineData($"FROM [|{Sdk}:10.0|]\nENTRYPOINT [\"dotnet\", \"Web.dll\"]\n")]
    [InlineData($"FROM {Sdk}:10.0 AS base\nFROM [|base|] AS final\nCMD dotnet Web.dll\n")]
    [InlineData("FROM [|mcr.microsoft.com/dotnet/framework/sdk:4.8|]\nENTRYPOINT [\"app.exe\"]\n")]
    public void Reports_an_application_in_the_SDK_image(string text) => RuleVerifier.Verify<DotnetSdkImageAsFinalStage>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Sdk}:10.0 AS build\nFROM {Aspnet}:10.0\nENTRYPOINT [\"dotnet\", \"Web.dll\"]\n")]
    [InlineData($"FROM {Sdk}:10.0 AS unit-test\nENTRYPOINT [\"dotnet\", \"Web.dll\"]\n")]
    [InlineData($"FROM {Sdk}:10.0\nENTRYPOINT [\"dotnet\", \"test\"]\n")]
    [InlineData($"FROM {Sdk}:10.0\nRUN dotnet tool install -g x\n")]
    [InlineData($"FROM {Sdk}:10.0\nCMD [\"bash\"]\n")]
    [InlineData($"FROM {Sdk}:10.0\nENTRYPOINT\n")]
    public void Accepts_tests_tools_and_builds(string text) => RuleVerifier.Verify<DotnetSdkImageAsFinalStage>("Dockerfile", text);

    [Fact]
    public void Accepts_files_of_developers() =>
        RuleVerifier.Verify<DotnetSdkImageAsFinalStage>("Dockerfile.develop", $"FROM {Sdk}:10.0\nENTRYPOINT [\"dotnet\", \"run\"]\n");
}
