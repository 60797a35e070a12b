using HardenBuild.Rules.Dockerfile.Images;
using HardenBuild.Rules.Dockerfile.Stages;
using HardenBuild.Rules.Dockerfile.Users;

namespace HardenBuild.Core.Tests.Rules.Dockerfile;

public sealed class StageNameRulesTests
{
    [Theory]
    [InlineData("ONBUILD [|ONBUILD|] RUN x\n")]
    [InlineData("FROM a:1\nonbuild [|from|] b\nONBUILD [|MAINTAINER|] me\n")]
    public void Reports_what_cannot_be_a_trigger(string text) => RuleVerifier.Verify<OnbuildForbiddenInstruction>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nONBUILD RUN x\nONBUILD COPY a b\nONBUILD USER c\nMAINTAINER me\n")]
    public void Accepts_triggers(string text) => RuleVerifier.Verify<OnbuildForbiddenInstruction>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1 [|as|] b\n")]
    [InlineData("from --platform=x a:1 [|AS|] b\n")]
    [InlineData("FROM a:1 [|As|] as\n")]
    public void Reports_AS_unlike_FROM(string text) => RuleVerifier.Verify<FromAsCasing>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1 AS as\nfrom b:1 as c\nFrom c:1 as d\nFROM e:1\n")]
    public void Accepts_AS_like_FROM(string text) => RuleVerifier.Verify<FromAsCasing>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1 AS [|Build|]\nFROM b:1 AS build2\nFROM Build\n")]
    public void Reports_capitals_in_stage_name(string text) => RuleVerifier.Verify<StageNameNotLowercase>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1 AS b\nFROM --platform=linux/amd64 c:1 as [|B|]\n")]
    [InlineData("FROM a:1 AS b\nFROM b AS c\nFROM d:1 AS [|b|]\n")]
    public void Reports_second_stage_of_a_name(string text) => RuleVerifier.Verify<DuplicateStageName>("Dockerfile", text);

    [Theory]
    [InlineData("FROM --platform=$BUILDPLATFORM a:1 AS b\nFROM --platform=$BUILDPLATFORM a:1 AS c\n# FROM a AS b\nRUN <<EOF\nFROM a AS b\nEOF\n")]
    public void Accepts_different_names(string text) => RuleVerifier.Verify<DuplicateStageName>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1 AS [|scratch|]\nFROM a:1 AS [|Context|]\n")]
    public void Reports_reserved_name(string text) => RuleVerifier.Verify<ReservedStageName>("Dockerfile", text);

    [Theory]
    [InlineData("FROM scratch\nFROM a:1 AS scratch-base\n")]
    public void Accepts_names_that_hold_a_reserved_one(string text) => RuleVerifier.Verify<ReservedStageName>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1 AS [|old|]\nFROM b:1\n")]
    [InlineData("FROM a:1 AS one\nFROM one AS [|two|]\nFROM b:1\n")]
    public void Reports_stage_that_nothing_uses(string text) => RuleVerifier.Verify<BaseImageUnusedStage>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1 AS one\nFROM b:1\nCOPY --from=one x y\n")]
    [InlineData("FROM a:1 AS one\nFROM b:1\nRUN --mount=from=one,target=/x true\n")]
    [InlineData("FROM a:1 AS one\nFROM b:1\nARG S\nCOPY --from=$S x y\n")]
    [InlineData("FROM a:1 AS b_amd64\nFROM b_$TARGETARCH\n")]
    [InlineData("FROM a:1 AS web\nCMD [\"x\"]\nFROM scratch AS files\nFROM a:1 AS unittest\nFROM a:1 AS shared\nONBUILD RUN x\nFROM b:1\n")]
    public void Accepts_used_stages_and_targets_of_their_own(string text) => RuleVerifier.Verify<BaseImageUnusedStage>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1 AS Build\nCOPY --from=[|build|] x y\nRUN --mount=from=[|Build|],target=/x true\n")]
    [InlineData("FROM a:1\nFROM b:1\nCOPY --from=[|1|] x y\n")]
    public void Reports_copy_from_the_stage_itself(string text) => RuleVerifier.Verify<CopyFromSelf>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1 AS build\nFROM b:1 AS final\nCOPY --from=build x y\nCOPY --from=final:1 x y\nCOPY --from=0 x y\n")]
    [InlineData("FROM a:1 AS x\nFROM b:1 AS x\nCOPY --from=x a b\n")]
    [InlineData("COPY --from=0 a b\n")]
    [InlineData("FROM a:1 AS x\nONBUILD COPY --from=x a b\n")]
    public void Accepts_copy_from_others(string text) => RuleVerifier.Verify<CopyFromSelf>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nFROM b:1\nCOPY --from=[|0|] x y\nCOPY --from={|#0:0|} x z\n")]
    public void Reports_number_of_a_stage(string text) => RuleVerifier.Verify<CopyFromStageIndex>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1 AS x\nARG S=0\nFROM b:1\nARG S=0\nCOPY --from=x a b\nCOPY --from=$S a b\nCOPY --from=7 a b\n")]
    public void Accepts_names_and_variables(string text) => RuleVerifier.Verify<CopyFromStageIndex>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nCOPY a b\n[|ONBUILD|] COPY c d\n{|#0:ONBUILD|} RUN x\nCMD [\"y\"]\n")]
    public void Reports_triggers_of_an_application(string text) => RuleVerifier.Verify<OnbuildInApplicationImage>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nONBUILD COPY c d\nCMD [\"y\"]\n")]
    [InlineData("FROM a:1 AS x\nCOPY a b\nONBUILD COPY c d\nCMD y\nFROM b:1\n")]
    public void Accepts_triggers_of_a_base(string text) => RuleVerifier.Verify<OnbuildInApplicationImage>("Dockerfile", text);

    [Theory]
    [InlineData("FROM --platform=[|linux/amd64|] a:1 AS x\nFROM --platform={|#0:linux/amd64|} b:1\n")]
    [InlineData("FROM --platform=[|linux/arm64|] a:1 AS build-amd64\n")]
    public void Reports_fixed_platform_once(string text) => RuleVerifier.Verify<FromPlatformConstant>("Dockerfile", text);

    [Theory]
    [InlineData("FROM --platform=$BUILDPLATFORM a:1\nFROM --platform=\"$TARGETPLATFORM\" a:1\nFROM --platform=linux/amd64 a:1 AS my_amd64_stage\nFROM --platform=windows/amd64 a:1\nFROM --platform= a:1\n")]
    public void Accepts_variable_and_named_platform(string text) => RuleVerifier.Verify<FromPlatformConstant>("Dockerfile", text);

    [Theory]
    [InlineData("FROM [|--platform=$TARGETPLATFORM|] a:1\nFROM [|--platform=${TARGETPLATFORM}|] b:1\n")]
    public void Reports_platform_that_is_the_default(string text) => RuleVerifier.Verify<FromPlatformRedundantTargetplatform>("Dockerfile", text);

    [Theory]
    [InlineData("FROM --platform=${TARGETPLATFORM:-linux/amd64} a:1\nFROM --platform=$TARGETPLATFORM/v8 a:1\nFROM --platform=foobar a:1\n")]
    public void Accepts_other_platforms(string text) => RuleVerifier.Verify<FromPlatformRedundantTargetplatform>("Dockerfile", text);

    [Theory]
    [InlineData("FROM --platform=linux/amd64 [|debian:13-arm64v8|]\nFROM --platform=linux/arm64 [|amd64/debian:13|]\n")]
    [InlineData("ARG P=linux/arm/v7\nFROM --platform=$P [|x/tool-amd64:1|]\n")]
    [InlineData("FROM --platform=windows/amd64 [|mcr.microsoft.com/dotnet/aspnet:10.0-noble|]\n")]
    [InlineData("FROM --platform=linux/amd64 [|mcr.microsoft.com/windows/nanoserver:ltsc2025|]\n")]
    [InlineData("FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine\nUSER [|ContainerUser|]\n")]
    public void Reports_image_for_another_platform(string text) => RuleVerifier.Verify<BaseImagePlatformMismatch>("Dockerfile", text);

    [Theory]
    [InlineData("FROM --platform=linux/amd64 a:1-amd64\nFROM --platform=$BUILDPLATFORM a:1-arm64v8\nFROM --platform=linux/amd64 a:1\n")]
    [InlineData("ARG TARGETPLATFORM=linux/amd64\nFROM --platform=$TARGETPLATFORM a:1-arm64\n")]
    [InlineData("FROM --platform=linux/amd64 dockcross/linux-arm64:1\nFROM --platform=windows/amd64 mcr.microsoft.com/dotnet/aspnet:10.0\nUSER ContainerUser\n")]
    [InlineData("FROM --platform=linux/amd64 a:$TAG-arm64\n")]
    public void Accepts_image_that_fits_or_does_not_tell(string text) => RuleVerifier.Verify<BaseImagePlatformMismatch>("Dockerfile", text);

    [Theory]
    [InlineData("USER [|foo|]\n")]
    [InlineData("USER [|foo:1000|]\n")]
    [InlineData("FROM a:1 AS base\nUSER [|app|]\nFROM base AS final\n")]
    [InlineData("FROM a:1\nARG U=web\nUSER [|$U|]\n")]
    public void Reports_user_name(string text) => RuleVerifier.Verify<UserNotNumeric>("Dockerfile", text);

    [Theory]
    [InlineData("USER 12345\n")]
    [InlineData("USER 1000:web\n")]
    [InlineData("ARG APP_UID\nFROM a:1\nUSER ${APP_UID}\n")]
    [InlineData("FROM mcr.microsoft.com/dotnet/aspnet:10.0\nUSER app\nUSER $APP_UID\n")]
    [InlineData("FROM a:1\nUSER root\n")]
    [InlineData("FROM mcr.microsoft.com/windows/nanoserver:ltsc2025\nUSER web\n")]
    [InlineData("FROM a:1 AS x\nUSER web\nFROM b:1\n")]
    public void Accepts_numbers_unknown_and_Windows_users(string text) => RuleVerifier.Verify<UserNotNumeric>("Dockerfile", text);
}
