using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Dockerfile;

public sealed class KnownBaseImagesTests
{
    [Theory]
    [InlineData("mcr.microsoft.com/dotnet/aspnet:8.0", "root", false)]
    [InlineData("mcr.microsoft.com/dotnet/aspnet:8.0-noble-chiseled", "1654", true)]
    [InlineData("mcr.microsoft.com/dotnet/nightly/runtime-deps:10.0-azurelinux3.0-distroless", "1654", true)]
    [InlineData("mcr.microsoft.com/dotnet/aspnet:8.0-nanoserver-ltsc2022", "ContainerUser", true)]
    [InlineData("mcr.microsoft.com/dotnet/framework/aspnet:4.8", "ContainerAdministrator", false)]
    [InlineData("mcr.microsoft.com/windows/servercore:ltsc2022", "ContainerAdministrator", false)]
    [InlineData("alpine", "root", false)]
    [InlineData("ubuntu:24.04", "root", false)]
    [InlineData("gcr.io/distroless/static", "root", false)]
    [InlineData("gcr.io/distroless/static:nonroot", "65532", true)]
    [InlineData("cgr.dev/chainguard/nginx:latest", "65532", true)]
    [InlineData("nginxinc/nginx-unprivileged:1.27", "65532", true)]
    [InlineData("bitnami/redis", "1001", true)]
    [InlineData("dhi.io/node:22", "65532", true)]
    [InlineData("memcached:1.6", "11211:11211", true)]
    [InlineData("docker.elastic.co/elasticsearch/elasticsearch:8.15.0", "1000", true)]
    [InlineData("registry.access.redhat.com/ubi9/ubi-minimal:9.4", "root", false)]
    [InlineData("registry.access.redhat.com/ubi9/nodejs-20", "1001", true)]
    [InlineData("registry.access.redhat.com/ubi9/openjdk-21", "185", true)]
    [InlineData("haproxy:2.4", "haproxy", true)]
    [InlineData("haproxy:3.0-alpine", "haproxy", true)]
    [InlineData("mcr.microsoft.com/mssql/server:2022-latest", "mssql", true)]
    public void Knows_the_user(string reference, string user, bool isNonRoot)
    {
        var known = Find(reference)!;

        Assert.Equal(user, known.User);
        Assert.Equal(isNonRoot, known.IsNonRoot);
    }

    [Theory]
    [InlineData("acme/app:1")]
    [InlineData("registry.example.org/alpine:3")]
    [InlineData("nginx")]
    [InlineData("dhi.io/node:22-dev")]
    [InlineData("haproxy:2.3-alpine")]
    [InlineData("elasticsearch:5.6")]
    [InlineData("mcr.microsoft.com/mssql/server:2017-latest")]
    [InlineData("bitnami/minideb:bookworm")]
    [InlineData("cgr.dev/chainguard/go:latest")]
    [InlineData("registry.access.redhat.com/ubi9/s2i-core:9.7")]
    [InlineData("cgr.dev/chainguard/wolfi-base")]
    public void Says_nothing_of_other_images(string reference) => Assert.Null(Find(reference));

    [Theory]
    [InlineData("mcr.microsoft.com/dotnet/sdk:8.0.404-noble", 8, 0, true)]
    [InlineData("mcr.microsoft.com/dotnet/aspnet:7.0", 7, 0, false)]
    [InlineData("mcr.microsoft.com/dotnet/core/aspnet:3.1", 3, 1, false)]
    [InlineData("mcr.microsoft.com/dotnet/runtime:10-alpine", 10, null, true)]
    [InlineData("mcr.microsoft.com/dotnet/runtime:latest", null, null, true)]
    [InlineData("mcr.microsoft.com/dotnet/runtime:\uFFFC", null, null, null)]
    public void Reads_the_version_of_a_dotnet_image(string reference, int? major, int? minor, bool? hasUser)
    {
        var image = Find(reference)!.DotNet!;

        Assert.Equal((major, minor, hasUser), (image.Major, image.Minor, image.HasApplicationUser));
    }

    [Fact]
    public void User_of_a_tag_that_is_not_known_is_not_known() =>
        Assert.Null(Find("mcr.microsoft.com/dotnet/aspnet:8.0-\uFFFC")!.User);

    private static KnownBaseImage? Find(string reference) =>
        KnownBaseImages.Find(ImageReference.Parse(SourceText.From("f", reference), LogicalText.Of(reference, new TextSpan(0, reference.Length))));
}
