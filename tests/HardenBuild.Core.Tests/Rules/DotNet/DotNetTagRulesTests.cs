using HardenBuild.Rules.DotNet.Images;

namespace HardenBuild.Core.Tests.Rules.DotNet;

public sealed class DotNetTagRulesTests
{
    private const string Aspnet = "mcr.microsoft.com/dotnet/aspnet";
    private const string Sdk = "mcr.microsoft.com/dotnet/sdk";

    [Theory]
    [InlineData($"FROM {Aspnet}:[|10.0-bookworm-slim|]\n")]
    [InlineData($"FROM {Aspnet}:[|10.0.1-bullseye-slim|]\n")]
    [InlineData($"FROM {Aspnet}:[|9.0-jammy|]\n")]
    [InlineData($"FROM {Aspnet}:[|8.0-focal|]\n")]
    [InlineData($"FROM {Sdk}:[|8.0-jammy-chiseled|]\n")]
    [InlineData($"FROM {Sdk}:[|latest-alpine|]\n")]
    [InlineData($"FROM {Aspnet}:[|9.0-alpine-aot|]\n")]
    [InlineData("FROM mcr.microsoft.com/dotnet/runtime-deps:[|8.0-alpine-composite|]\n")]
    public void Reports_tags_that_never_were(string text) => RuleVerifier.Verify<DotnetImageTagNonexistent>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Aspnet}:9.0-bookworm-slim\n")]
    [InlineData($"FROM {Aspnet}:8.0-jammy-chiseled-composite\n")]
    [InlineData($"FROM {Aspnet}:6.0-focal\n")]
    [InlineData($"FROM {Aspnet}:10.0-trixie-slim\n")]
    [InlineData($"FROM {Aspnet}:10.0-resolute\n")]
    [InlineData($"FROM {Aspnet}:10.0-preview-bookworm-slim\n")]
    [InlineData($"FROM mcr.microsoft.com/dotnet/nightly/sdk:8.0-jammy-chiseled\n")]
    [InlineData($"FROM {Sdk}:9.0-alpine-aot\n")]
    [InlineData($"FROM {Aspnet}:latest\n")]
    [InlineData($"ARG V\nFROM {Aspnet}:$V-bookworm\n")]
    [InlineData("FROM mcr.microsoft.com/dotnet/core/aspnet:3.1-bionic\n")]
    public void Accepts_published_and_unknown_tags(string text) => RuleVerifier.Verify<DotnetImageTagNonexistent>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Aspnet}:10.0\nRUN apt-get update && apt-get install -y [|libssl1.1|]\n")]
    [InlineData($"FROM {Aspnet}:10.0 AS base\nFROM base\nRUN sed -i s/a/b/ [|/etc/apt/sources.list.d/debian.sources|]\n")]
    [InlineData($"FROM {Sdk}:10.0\nRUN curl -o p.deb [|https://packages.microsoft.com/config/debian/12/packages-microsoft-prod.deb|]\n")]
    public void Reports_Debian_in_Ubuntu(string text) => RuleVerifier.Verify<DotnetImageDefaultOsChanged>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Aspnet}:10.0\nRUN apt-get update && apt-get install -y libgdiplus\n")]
    [InlineData($"FROM {Aspnet}:9.0\nRUN apt-get update && apt-get install -y libicu72\n")]
    [InlineData($"FROM {Aspnet}:10.0-noble\nRUN apt-get update && apt-get install -y libicu72\n")]
    [InlineData("FROM debian:12\nRUN apt-get update && apt-get install -y libicu72\n")]
    public void Accepts_what_fits_the_system(string text) => RuleVerifier.Verify<DotnetImageDefaultOsChanged>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Sdk}:[|11.0-preview-alpine|] AS build\nFROM {Aspnet}:{{|#0:11.0-preview|}}\n")]
    [InlineData($"FROM {Aspnet}:[|10.0.0-rc.1|]\n")]
    [InlineData("FROM mcr.microsoft.com/[|dotnet/nightly/aspnet|]:10.0\n")]
    public void Reports_previews(string text) => RuleVerifier.Verify<DotnetImagePreview>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Aspnet}:10.0\n")]
    [InlineData($"FROM {Aspnet}\n")]
    [InlineData("FROM example/app:1.0-rc.1\n")]
    public void Accepts_releases(string text) => RuleVerifier.Verify<DotnetImagePreview>("Dockerfile", text);

    [Theory]
    [InlineData("FROM [|microsoft/aspnetcore-build|]:2.0 AS build\nFROM [|microsoft/aspnetcore|]:2.0\n")]
    [InlineData("FROM mcr.microsoft.com/[|dotnet/core/aspnet|]\n")]
    [InlineData("FROM mcr.microsoft.com/[|dotnet/core/sdk|]:5.0\n")]
    public void Reports_old_repositories(string text) => RuleVerifier.Verify<DotnetImageLegacyRepository>("Dockerfile", text);

    [Theory]
    [InlineData("FROM mcr.microsoft.com/dotnet/core/aspnet:3.1\n")]
    [InlineData("FROM mcr.microsoft.com/dotnet/framework/aspnet:4.8\n")]
    [InlineData($"FROM {Aspnet}:6.0\n")]
    [InlineData("FROM registry.example.com/microsoft/dotnet:2.1\n")]
    public void Accepts_repositories_in_use_and_versions_that_are_reported(string text) => RuleVerifier.Verify<DotnetImageLegacyRepository>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Aspnet}:10.0-noble-chiseled\n[|RUN|] mkdir /data\n")]
    [InlineData($"FROM {Aspnet}:8.0-jammy-chiseled AS base\nFROM base\nCOPY --from=x /app /app\n[|CMD|] dotnet a.dll\n")]
    [InlineData($"FROM {Aspnet}:10.0-azurelinux3.0-distroless\n[|HEALTHCHECK|] CMD curl -f http://localhost\n")]
    [InlineData($"FROM {Aspnet}:10.0-noble-chiseled\n[|RUN|] [\"apt-get\", \"update\"]\n")]
    [InlineData("FROM scratch\nCOPY app /app\n[|ENTRYPOINT|] /app/run\n")]
    [InlineData("FROM gcr.io/distroless/static\nCOPY app /app\n[|RUN|] <<EOF\nchmod +x /app\nEOF\n")]
    public void Reports_the_missing_shell(string text) => RuleVerifier.Verify<DotnetShellRequiredOnChiseled>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Aspnet}:10.0-noble-chiseled\nENTRYPOINT [\"dotnet\", \"a.dll\"]\n")]
    [InlineData($"FROM {Aspnet}:10.0-noble-chiseled\nRUN [\"dotnet\", \"a.dll\", \"--migrate\"]\n")]
    [InlineData($"FROM {Aspnet}:10.0\nRUN mkdir /data\n")]
    [InlineData($"FROM {Sdk}:10.0 AS build\nRUN mkdir /data\nFROM {Aspnet}:10.0-noble-chiseled\nCOPY --from=build /data /data\n")]
    [InlineData("FROM scratch\nADD rootfs.tar.gz /\nRUN echo x\nCMD sh\n")]
    [InlineData("FROM gcr.io/distroless/base:debug\nRUN ls\n")]
    [InlineData($"FROM {Aspnet}:10.0-noble-chiseled\nCOPY --from=busybox /bin/sh /bin/sh\nRUN ls\n")]
    [InlineData($"FROM {Aspnet}:10.0-noble-chiseled\nENTRYPOINT\n")]
    [InlineData("RUN ls\n")]
    public void Accepts_exec_form_and_images_with_a_shell(string text) => RuleVerifier.Verify<DotnetShellRequiredOnChiseled>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Aspnet}:10.0-alpine AS base\nFROM base\nENV TZ=[|Europe/Vienna|]\n")]
    public void Reports_a_zone_without_data(string text) => RuleVerifier.Verify<DotnetTimezoneDataMissing>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Aspnet}:10.0-alpine\nENV TZ=UTC\n")]
    [InlineData($"FROM {Aspnet}:10.0-alpine-extra\nENV TZ=Europe/Vienna\n")]
    [InlineData($"FROM {Aspnet}:10.0\nENV TZ=Europe/Vienna\n")]
    [InlineData($"FROM {Aspnet}:10.0-alpine\nENV TZ=Europe/Vienna\nRUN apk add --no-cache icu-libs tzdata\n")]
    public void Accepts_zones_that_are_known(string text) => RuleVerifier.Verify<DotnetTimezoneDataMissing>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Sdk}:10.0 AS b\nARG RID=linux-arm64\nRUN dotnet publish -p:PublishAot=true -r [|$RID|] -o /a\nFROM mcr.microsoft.com/dotnet/runtime-deps:10.0-alpine\nCOPY --from=b /a /a\n")]
    [InlineData($"FROM {Sdk}:10.0-alpine AS b\nRUN dotnet publish -o /a --runtime [|linux-musl-x64|] --self-contained true\nFROM debian:13\nCOPY --from=b /a /a\n")]
    public void Reports_the_other_C_library(string text) => RuleVerifier.Verify<DotnetMuslRidMismatch>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Sdk}:10.0 AS b\nRUN dotnet publish -r linux-x64 -o /a\nFROM {Aspnet}:10.0-alpine\nCOPY --from=b /a /a\n")]
    [InlineData($"FROM {Sdk}:10.0 AS b\nRUN dotnet publish -r linux-x64 --self-contained false -o /a\nFROM mcr.microsoft.com/dotnet/runtime-deps:10.0-alpine\nCOPY --from=b /a /a\n")]
    [InlineData($"FROM {Sdk}:10.0 AS b\nRUN dotnet publish -r linux-musl-x64 --self-contained -o /a\nFROM mcr.microsoft.com/dotnet/runtime-deps:10.0-alpine\nCOPY --from=b /a /a\n")]
    [InlineData($"FROM {Sdk}:10.0 AS b\nRUN dotnet publish -r linux-x64 --self-contained -o /a\nFROM mcr.microsoft.com/dotnet/runtime-deps:10.0\nCOPY --from=b /a /a\n")]
    [InlineData($"FROM {Sdk}:10.0 AS b\nRUN dotnet publish -r linux-x64 --self-contained -o /a\nFROM alpine:3.23\nRUN apk add --no-cache gcompat\nCOPY --from=b /a /a\n")]
    [InlineData($"FROM {Sdk}:10.0 AS b\nRUN dotnet publish -r linux-$TARGETARCH --self-contained -o /a\nFROM alpine:3.23\nCOPY --from=b /a /a\n")]
    public void Accepts_programs_that_run(string text) => RuleVerifier.Verify<DotnetMuslRidMismatch>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM [|{Sdk}:10.0|] AS base\nFROM base AS build\nARG TARGETARCH\nRUN dotnet publish -a $TARGETARCH\n")]
    public void Reports_emulation(string text) => RuleVerifier.Verify<DotnetCrossArchSdkEmulation>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM --platform=$BUILDPLATFORM {Sdk}:10.0 AS build\nARG TARGETARCH\nRUN dotnet publish -a $TARGETARCH\n")]
    [InlineData($"FROM {Sdk}:10.0 AS build\nRUN dotnet publish\n")]
    [InlineData($"FROM {Sdk}:10.0 AS test\nARG TARGETARCH\n")]
    [InlineData("FROM debian:13\nARG TARGETARCH\nRUN dotnet publish\n")]
    public void Accepts_builds_on_the_builders_processor(string text) => RuleVerifier.Verify<DotnetCrossArchSdkEmulation>("Dockerfile", text);
}
