using HardenBuild.Rules.Dockerfile.Images;

namespace HardenBuild.Core.Tests.Rules.Dockerfile;

public sealed class ImageRulesTests
{
    [Theory]
    [InlineData("FROM [|debian|] AS builder\n")]
    [InlineData("FROM [|host:5000/image|]\n")]
    [InlineData("FROM --platform=linux/amd64 [|debian|]\n")]
    [InlineData("ARG REGISTRY\nFROM [|$REGISTRY/team/web|]\n")]
    [InlineData("FROM a:1\nCOPY --from=[|team/tools|] x y\nRUN --mount=from=[|team/other|],target=/t true\n")]
    [InlineData("FROM [|debian|] AS a\nFROM {|#0:debian|} AS b\n")]
    public void Reports_image_without_a_version(string text) => RuleVerifier.Verify<BaseImageUntagged>("Dockerfile", text);

    [Theory]
    [InlineData("FROM scratch\n")]
    [InlineData("FROM ruby@sha256:f1dbca0f5dbc9\n")]
    [InlineData("FROM a:1 AS Build\nFROM --platform=$BUILDPLATFORM build\n")]
    [InlineData("FROM a:1 AS base_amd64\nFROM base_${TARGETARCH}\n")]
    [InlineData("ARG IMAGE\nFROM ${IMAGE}\n")]
    [InlineData("ARG TAG\nFROM debian${TAG}\n")]
    [InlineData("ARG IMAGE=debian:13\nFROM $IMAGE\n")]
    [InlineData("FROM a:1\nCOPY --from=unknown x y\n")]
    [InlineData("FROM\n")]
    public void Accepts_version_digest_stage_and_variable(string text) => RuleVerifier.Verify<BaseImageUntagged>("Dockerfile", text);

    [Theory]
    [InlineData("FROM debian:[|latest|]\n")]
    [InlineData("ARG TAG=latest\nFROM debian:[|${TAG}|]\n")]
    [InlineData("FROM a:1\nCOPY --from=tool:[|latest|] x y\nFROM tool:{|#0:latest|}\n")]
    public void Reports_latest(string text) => RuleVerifier.Verify<BaseImageLatest>("Dockerfile", text);

    [Theory]
    [InlineData("FROM debian:latest@sha256:7959ed6f7e35f8b1\n")]
    [InlineData("FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble\n")]
    [InlineData("FROM latest/latest:1\n")]
    [InlineData("FROM a:1 AS latest\nFROM latest\n")]
    [InlineData("FROM debian:\n")]
    public void Accepts_other_tags(string text) => RuleVerifier.Verify<BaseImageLatest>("Dockerfile", text);
}
