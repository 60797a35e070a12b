using HardenBuild.Rules.Dockerfile.Variables;

namespace HardenBuild.Core.Tests.Rules.Dockerfile;

public sealed class VariableRulesTests
{
    [Theory]
    [InlineData("ENV A=1 B=[|$A|] C={|#0:${A}|}/x\n")]
    [InlineData("FROM a:1\nENV A=1 \\\n  B=\"[|${A:-x}|]\"\n")]
    [InlineData("ENV PATH=/a:[|$PATH|] PATH=/b:{|#0:$PATH|}\n")]
    [InlineData("ONBUILD ENV A=1 B=[|$A|]\n")]
    public void Reports_variable_that_the_same_ENV_introduces(string text) => RuleVerifier.Verify<EnvSelfReferenceSameInstruction>("Dockerfile", text);

    [Theory]
    [InlineData("ENV A=1\nENV A=2 B=$A\n")]
    [InlineData("FROM a:1 AS x\nARG A\nFROM x\nENV A=2 B=$A\n")]
    [InlineData("FROM a:1\nENV PATH=/x:$PATH B=$PATH:/y\n")]
    [InlineData("FROM a:1\nENV A=1 B='$A' C=\\$A A2=$D\n")]
    [InlineData("FROM mcr.microsoft.com/dotnet/aspnet:10.0\nENV APP_UID=1 B=$APP_UID\n")]
    public void Accepts_variable_that_is_already_set(string text) => RuleVerifier.Verify<EnvSelfReferenceSameInstruction>("Dockerfile", text);

    [Theory]
    [InlineData("FROM alpine:3\nCOPY [|$foo|] .\nARG foo=bar\nCOPY $foo .\n")]
    [InlineData("FROM alpine:3\nENV PATH=[|$PAHT|]:/bin\n")]
    [InlineData("FROM scratch\nUSER [|${uid}|]\nCOPY --chown={|#0:$uid|} a b\n")]
    [InlineData("FROM mcr.microsoft.com/dotnet/aspnet:10.0\nUSER [|$APP_ID|]\n")]
    [InlineData("FROM debian:13\nONBUILD WORKDIR [|$dir|]\n")]
    public void Reports_variable_that_nothing_sets(string text) => RuleVerifier.Verify<UndefinedVariable>("Dockerfile", text);

    [Theory]
    [InlineData("FROM python:3\nARG V=$PYTHON_VERSION\n")]
    [InlineData("COPY $foo .\n")]
    [InlineData("FROM alpine:3 AS a\nARG foo\nFROM a\nCOPY $foo .\n")]
    [InlineData("FROM alpine:3\nCOPY ${foo:-x} ${bar:+y} ${baz-z} .\nRUN echo $foo\nCMD $foo\n")]
    [InlineData("FROM alpine:3\nENV PATH=$PATH:/x\nCOPY $TARGETARCH $http_proxy '$quoted' .\n")]
    [InlineData("FROM mcr.microsoft.com/dotnet/aspnet:10.0\nUSER $APP_UID\nLABEL v=$ASPNET_VERSION\n")]
    [InlineData("ARG TAG\nFROM mcr.microsoft.com/dotnet/aspnet:$TAG\nUSER $APP_UID\n")]
    [InlineData("FROM debian:13\nONBUILD ARG dir\nONBUILD WORKDIR $dir\n")]
    [InlineData("ARG A=1\nFROM debian:13\nCOPY $A .\n")]
    public void Accepts_set_known_and_unknowable_variables(string text) => RuleVerifier.Verify<UndefinedVariable>("Dockerfile", text);

    [Theory]
    [InlineData("ARG tag=1\nFROM busybox:${tag}[|${version}|]\nFROM busybox:1{|#0:$version|}\n")]
    [InlineData("FROM --platform=[|$PLATFORM|] a:1\n")]
    [InlineData("FROM a:1\nARG TAG=1\nFROM b:[|$TAG|]\n")]
    public void Reports_undeclared_argument_in_FROM(string text) => RuleVerifier.Verify<UndefinedArgInFrom>("Dockerfile", text);

    [Theory]
    [InlineData("FROM --platform=$BUILDPLATFORM a:${TAG:-1}\nFROM a_$TARGETARCH\n")]
    [InlineData("ARG TAG\nFROM a:$TAG\nFROM a:\\$x\n")]
    public void Accepts_declared_and_predefined_arguments(string text) => RuleVerifier.Verify<UndefinedArgInFrom>("Dockerfile", text);

    [Theory]
    [InlineData("ARG V\nFROM [|busybox:$V|]\n")]
    [InlineData("ARG IMAGE\nFROM [|$IMAGE|]\n")]
    [InlineData("ARG SFX=\"box:\"\nFROM [|busy${SFX}|]\n")]
    [InlineData("ARG REGISTRY\nFROM [|$REGISTRY/team/app:1|]\n")]
    [InlineData("ARG NAME=Web\nFROM [|team/$NAME:1|]\n")]
    public void Reports_invalid_default(string text) => RuleVerifier.Verify<FromArgDefaultInvalid>("Dockerfile", text);

    [Theory]
    [InlineData("ARG V=latest\nFROM busybox:$V\n")]
    [InlineData("ARG VARIANT\nFROM busybox:stable${VARIANT}\n")]
    [InlineData("ARG REGISTRY=\nFROM ${REGISTRY}team/a_b__c--d.e:1@sha256:abc\n")]
    [InlineData("FROM busybox:$V\nFROM a:$TARGETARCH\nFROM BUSYBOX:\n")]
    [InlineData("FROM a:1 AS Base\nARG X=Base\nFROM Base\n")]
    [InlineData("ARG R=host:5000\nFROM $R/x\nFROM localhost/x:${T:-1}\n")]
    [InlineData("ARG X=Base\nFROM a:1 AS Base\nFROM $X\n")]
    public void Accepts_valid_default(string text) => RuleVerifier.Verify<FromArgDefaultInvalid>("Dockerfile", text);

    [Theory]
    [InlineData("ARG A=1\nFROM a:1\nCOPY [|$A|] .\nRUN echo {|#0:${A}|} \"{|#1:$A|}\" '$A'\n")]
    [InlineData("ARG A=1\nFROM a:1\nRUN <<EOF\necho [|$A|]\nEOF\n")]
    [InlineData("ARG A=1\nFROM a:1\nRUN echo [|$A|]\nARG A\nRUN echo $A\n")]
    [InlineData("ARG DOTNET_TOOL_VERSION=1\nFROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN x [|$DOTNET_TOOL_VERSION|]\n")]
    public void Reports_global_argument_that_the_stage_does_not_declare(string text) => RuleVerifier.Verify<ArgGlobalNotRedeclared>("Dockerfile", text);

    [Theory]
    [InlineData("ARG A=1\nFROM a:$A AS x\nARG A\nRUN echo $A\nFROM x\nCOPY $A .\n")]
    [InlineData("ARG A=1\nFROM a:1\nENV A=2\nRUN echo $A\n")]
    [InlineData("ARG A=1\nFROM a:1\nRUN A=2; echo $A\nRUN for A in 1 2; do echo $A; done\nRUN read A && echo $A\nRUN export A=3 && echo $A\nRUN . ./env && echo $A\n")]
    [InlineData("ARG A=1\nFROM a:1\nRUN echo ${A:-x} \\$A\nCMD echo $A\n")]
    [InlineData("ARG NODE_VERSION=22\nFROM node:$NODE_VERSION\nRUN echo $NODE_VERSION\n")]
    [InlineData("ARG A=1\nFROM a:1\nSHELL [\"pwsh\", \"-c\"]\nRUN echo $A\n")]
    [InlineData("ARG A=1\nRUN echo $A\n")]
    public void Accepts_declared_and_shell_variables(string text) => RuleVerifier.Verify<ArgGlobalNotRedeclared>("Dockerfile", text);
}
