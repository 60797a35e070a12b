using HardenBuild.Rules.Dockerfile.Users;

namespace HardenBuild.Core.Tests.Rules.Dockerfile;

public sealed class UserRulesTests
{
    [Theory]
    [InlineData("FROM scratch\nUSER [|0|]\n")]
    [InlineData("FROM scratch\nUSER [|0:0|]\n")]
    [InlineData("FROM alpine:3\nUSER app\nUSER [|root:root|]\n")]
    [InlineData("ARG U\nFROM alpine:3\nARG U=root\nUSER [|$U|]\n")]
    [InlineData("FROM alpine:3 AS base\nUSER [|root|]\nFROM base AS final\nRUN true\n")]
    [InlineData("FROM mcr.microsoft.com/windows/nanoserver:ltsc2025\nUSER [|containeradministrator|]\n")]
    [InlineData("USER [|root|]\n")]
    public void Reports_last_user_root(string text) => RuleVerifier.Verify<FinalStageRootUser>("Dockerfile", text);

    [Theory]
    [InlineData("FROM alpine:3\nUSER root\nUSER app\n")]
    [InlineData("FROM debian:13 AS build\nUSER root\nFROM scratch\nCOPY --from=build x y\n")]
    [InlineData("FROM alpine:3 AS base\nUSER root\nFROM base\nUSER 1000\n")]
    [InlineData("FROM alpine:3\nUSER $UNKNOWN\n")]
    [InlineData("FROM alpine:3\nUSER Root\n")]
    [InlineData("FROM debian:13\nRUN apt-get install -y gosu\nUSER root\nENTRYPOINT [\"/entrypoint.sh\"]\n")]
    [InlineData("FROM alpine:3\nUSER root\nENTRYPOINT [\"su-exec\", \"app\", \"/app/web\"]\n")]
    [InlineData("FROM alpine:3\nUSER\n")]
    public void Accepts_other_users_and_other_stages(string text) => RuleVerifier.Verify<FinalStageRootUser>("Dockerfile", text);

    [Fact]
    public void Accepts_root_in_a_development_container() =>
        RuleVerifier.Verify<FinalStageRootUser>(".devcontainer/Dockerfile", "FROM debian:13\nUSER root\n");

    [Theory]
    [InlineData("FROM [|alpine:3|]\nCMD [\"/app\"]\n")]
    [InlineData("FROM alpine:3 AS base\nFROM [|base|]\nCMD [\"/app\"]\n")]
    [InlineData("FROM a:1 AS build\nUSER app\nFROM [|scratch|]\nENTRYPOINT [\"/app\"]\n")]
    [InlineData("ARG V\nFROM [|node:${V}|]\nCMD [\"node\", \"server.js\"]\n")]
    [InlineData("FROM [|mcr.microsoft.com/dotnet/aspnet:7.0|]\nENTRYPOINT [\"dotnet\", \"Web.dll\"]\n")]
    [InlineData("FROM [|redis:8|]\nCOPY run.sh /\nCMD [\"/run.sh\"]\n")]
    [InlineData("FROM [|postgres:18|]\nENTRYPOINT [\"postgres\"]\n")]
    [InlineData("FROM [|registry.example.com/postgres:18|]\n")]
    public void Reports_image_without_user(string text) => RuleVerifier.Verify<FinalStageUserMissing>("Dockerfile", text);

    [Theory]
    [InlineData("FROM alpine:3 AS base\nUSER app\nFROM base\nCMD [\"/app\"]\n")]
    [InlineData("FROM scratch\nCOPY a b\n")]
    [InlineData("FROM mcr.microsoft.com/dotnet/aspnet:10.0\nENTRYPOINT [\"dotnet\", \"Web.dll\"]\n")]
    [InlineData("FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled\nENTRYPOINT [\"dotnet\", \"Web.dll\"]\n")]
    [InlineData("FROM cgr.dev/chainguard/static:latest\n")]
    [InlineData("FROM mcr.microsoft.com/windows/servercore:ltsc2025\n")]
    [InlineData("ARG IMAGE\nFROM $IMAGE\n")]
    [InlineData("FROM debian:13\nENTRYPOINT [\"gosu\", \"app\", \"/app\"]\n")]
    [InlineData("FROM debian:13\nRUN make install\nCMD [\"python3\"]\n")]
    [InlineData("FROM postgres:18\nCOPY init.sql /docker-entrypoint-initdb.d/\n")]
    [InlineData("FROM mysql:8.4 AS base\nCOPY my.cnf /etc/mysql/conf.d/\nFROM base\nEXPOSE 3306\n")]
    [InlineData("FROM docker.elastic.co/elasticsearch/elasticsearch-oss:6.0.0\n")]
    [InlineData("RUN true\n")]
    [InlineData("FROM\n")]
    [InlineData("")]
    public void Accepts_images_with_a_user_or_an_unknown_one(string text) => RuleVerifier.Verify<FinalStageUserMissing>("Dockerfile", text);

    [Fact]
    public void Accepts_files_of_developers() => RuleVerifier.Verify<FinalStageUserMissing>("src/Dockerfile.develop", "FROM node:24\nCMD [\"npm\", \"start\"]\n");

    [Theory]
    [InlineData("FROM a:1\nRUN [|sudo|] apt-get update && {|#0:sudo|} apt-get upgrade\n")]
    [InlineData("FROM a:1\nRUN A=1 [|sudo|] -E apt-get update\n")]
    [InlineData("FROM a:1\nRUN [[|\"sudo\"|], \"true\"]\n")]
    [InlineData("FROM a:1\nRUN bash -c '[|sudo|] true'\n")]
    [InlineData("FROM a:1\nRUN <<EOF\ntrue\n[|sudo|] true\nEOF\n")]
    [InlineData("FROM a:1\nRUN apt-get update && \\\n  # comment\n  [|sudo|] true\n")]
    [InlineData("ONBUILD RUN [|sudo|] apt-get update\n")]
    public void Reports_sudo_as_a_command(string text) => RuleVerifier.Verify<SudoInRun>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN apt-get install -y sudo\n")]
    [InlineData("FROM a:1\nRUN echo 'app ALL=(ALL) NOPASSWD:ALL' > /etc/sudoers.d/app # sudo\n")]
    [InlineData("FROM a:1\nRUN echo sudo rm\n")]
    [InlineData("FROM a:1\nRUN <<EOF python3\nsudo = 1\nEOF\n")]
    [InlineData("FROM a:1\nSHELL [\"pwsh\", \"-c\"]\nRUN sudo true\n")]
    [InlineData("FROM a:1\nRUN 'sudo true\n")]
    public void Accepts_the_word_sudo_elsewhere(string text) => RuleVerifier.Verify<SudoInRun>("Dockerfile", text);
}
