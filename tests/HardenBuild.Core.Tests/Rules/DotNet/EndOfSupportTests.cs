using HardenBuild.Model.Lifecycle;
using HardenBuild.Rules.Dockerfile.Images;
using HardenBuild.Rules.DotNet.Images;

namespace HardenBuild.Core.Tests.Rules.DotNet;

public sealed class EndOfSupportTests
{
    private const string Aspnet = "mcr.microsoft.com/dotnet/aspnet";

    [Theory]
    [InlineData("FROM debian:[|buster-slim|]\n")]
    [InlineData("FROM debian:[|10.13|]\n")]
    [InlineData("FROM ubuntu:[|18.04|]\n")]
    [InlineData("FROM ubuntu:[|focal-20240216|]\n")]
    [InlineData("FROM alpine:[|3.9.4|]\n")]
    [InlineData("FROM [|centos|]\n")]
    [InlineData("FROM centos:[|7|]\n")]
    [InlineData("FROM centos:[|centos7.9.2009|]\n")]
    [InlineData("FROM quay.io/centos/centos:[|stream8|]\n")]
    [InlineData("FROM registry.access.redhat.com/ubi7/ubi-minimal:[|7.9|]\n")]
    [InlineData("FROM opensuse/leap:[|15.3|]\n")]
    [InlineData("FROM amazonlinux:[|2018.03|]\n")]
    [InlineData("FROM mcr.microsoft.com/windows/nanoserver:[|1809|]\n")]
    [InlineData("FROM mcr.microsoft.com/windows/servercore:[|20H2|]\n")]
    [InlineData("FROM node:[|14-alpine|]\n")]
    [InlineData("FROM docker.io/library/node:[|18.17.1-slim|]\n")]
    [InlineData("FROM public.ecr.aws/docker/library/python:[|3.7|]\n")]
    [InlineData("FROM node:[|24-buster|]\n")]
    [InlineData("FROM openjdk:[|8-jdk-alpine|]\n")]
    [InlineData("ARG V=12\nFROM postgres:[|$V|]\n")]
    [InlineData("FROM --platform=linux/amd64 golang:[|1.19|]\n")]
    [InlineData("FROM node:[|16|] AS build\nFROM node:{|#0:16-alpine|}\n")]
    public void Reports_what_has_no_support(string text) => RuleVerifier.Verify<BaseImageEolDistro>("Dockerfile", text);

    [Theory]
    [InlineData("FROM debian:12-slim\n")]
    [InlineData("FROM debian:bookworm\n")]
    [InlineData("FROM debian:testing\n")]
    [InlineData("FROM debian\n")]
    [InlineData("FROM ubuntu:24.04\n")]
    [InlineData("FROM alpine:3.23\n")]
    [InlineData("FROM alpine:3\n")]
    [InlineData("FROM alpine:3.99\n")]
    [InlineData("FROM alpine:edge\n")]
    [InlineData("FROM python:3-alpine\n")]
    [InlineData("FROM mysql:8\n")]
    [InlineData("FROM node:lts\n")]
    [InlineData("FROM node:140\n")]
    [InlineData("FROM amazonlinux:2023\n")]
    [InlineData("FROM openjdk:27-ea-jdk\n")]
    [InlineData("FROM eclipse-temurin:21-jre\n")]
    [InlineData("FROM quay.io/centos/centos:stream9\n")]
    [InlineData("FROM mcr.microsoft.com/windows/servercore:ltsc2022\n")]
    [InlineData("ARG V\nFROM node:$V\n")]
    [InlineData("FROM node:1${V}\n")]
    [InlineData("FROM registry.example.com/node:14\n")]
    [InlineData("FROM example/debian:10\n")]
    [InlineData($"FROM {Aspnet}:6.0-bullseye-slim\n")]
    [InlineData("FROM\n")]
    public void Accepts_what_is_supported_or_unknown(string text) => RuleVerifier.Verify<BaseImageEolDistro>("Dockerfile", text);

    [Fact]
    public void Only_suggests_for_build_stages()
    {
        var rule = HardenBuild.Rules.RuleCatalog.All.OfType<BaseImageEolDistro>().Single();

        var finding = Assert.Single(RuleVerifier.Scan(rule, [("Dockerfile", "FROM node:16 AS build\nFROM alpine:3.23\nCOPY --from=build /x /x\n")]));

        Assert.Equal(HardenBuild.Rules.RuleSeverity.Suggestion, finding.AtMost);
    }

    [Fact]
    public void A_project_may_know_better()
    {
        const string settings = "[*]\nhardenbuild.end_of_support = debian:13=2020-01-01, node:18 = 2099-12-31, dotnet:6.0=2099-01-01, nonsense\n";

        RuleVerifier.Verify<BaseImageEolDistro>((".editorconfig", settings), ("Dockerfile", "FROM debian:[|13|]\nFROM node:18\nFROM node:[|16|]\n"));
        RuleVerifier.Verify<DotnetImageEol>((".editorconfig", settings), ("Dockerfile", $"FROM {Aspnet}:6.0.36\nFROM {Aspnet}:[|5.0|]\n"));
    }

    [Theory]
    [InlineData($"FROM {Aspnet}:[|10.0-alpine3.20|]\n")]
    [InlineData($"FROM {Aspnet}:[|10.0-alpine3.23-extra|]\n")]
    [InlineData("FROM mcr.microsoft.com/dotnet/framework/aspnet:[|4.8-windowsservercore-1903|]\n")]
    [InlineData("FROM mcr.microsoft.com/dotnet/sdk:[|10.0.100-nanoserver-1809|]\n")]
    public void Reports_systems_of_dotnet_images(string text) => RuleVerifier.Verify<DotnetImageDistroEol>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Aspnet}:10.0-alpine\n")]
    [InlineData($"FROM {Aspnet}:10.0-alpine3.24\n")]
    [InlineData($"FROM {Aspnet}:10.0\n")]
    [InlineData($"FROM {Aspnet}:10.0-noble-chiseled-extra\n")]
    [InlineData("FROM mcr.microsoft.com/dotnet/framework/aspnet:4.8-windowsservercore-ltsc2022\n")]
    [InlineData("FROM node:10-alpine3.10\n")]
    [InlineData($"FROM {Aspnet}:6.0-alpine3.16\n")]
    [InlineData($"FROM {Aspnet}:10.0-alpine3.$V\n")]
    public void Accepts_current_systems_and_leaves_old_versions_to_another_rule(string text) => RuleVerifier.Verify<DotnetImageDistroEol>("Dockerfile", text);

    [Fact]
    public void Data_has_a_date() => Assert.Matches("^20[0-9]{2}-[0-9]{2}-[0-9]{2}$", LifecycleData.Date);
}
