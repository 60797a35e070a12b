namespace HardenBuild.Package.Tests;

/// <summary>The first ten minutes with the package.</summary>
public sealed class NewUserTests(PackageFeed feed)
{
    private const string Compose = "deploy/compose.yaml";
    private const string Deployment = "deploy/chart/templates/deployment.yaml";

    [Fact]
    public async Task Finds_problems_in_a_new_web_application()
    {
        await DotnetCommand.Succeed(feed.Root, "new", "webapi", "--name", "Shop", "--output", "Shop", "--no-openapi", "--no-restore");
        var shop = Sample.Create(
            feed,
            "Shop",
            (Compose, "services:\n  shop:\n    image: ghcr.io/acme/shop:1.4\n    privileged: true\n"),
            ("deploy/chart/Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\n"),
            ("deploy/chart/values.yaml", "image: ghcr.io/acme/shop:1.4\n"),
            (Deployment, """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: {{ .Release.Name }}
                spec:
                  selector:
                    matchLabels: { app: shop }
                  template:
                    metadata:
                      labels: { app: shop }
                    spec:
                      containers:
                        - name: shop
                          image: {{ .Values.image }}
                          securityContext:
                            privileged: true

                """));
        await DotnetCommand.Succeed(shop.Folder, "add", "package", "HardenBuild", "--version", PackageFeed.Version);
        Assert.Contains("<PrivateAssets>all</PrivateAssets>", shop.Read("Shop.csproj"), StringComparison.Ordinal);

        // As errors they would stop it; warnings let it through.
        shop.Write(".editorconfig", "root = true\n[*]\ndotnet_analyzer_diagnostic.category-HardenBuild.Compose.severity = warning\ndotnet_analyzer_diagnostic.category-HardenBuild.Kubernetes.severity = warning\n");
        var first = await shop.Build("-tl:on");
        Assert.Equal(0, first.ExitCode);
        Assert.Equal(1, first.Scans);
        Assert.Equal(["warning"], first.Levels(Compose, "HB2001"));
        Assert.Equal(["warning"], first.Levels(Deployment, "HB3001"));
        Assert.Distinct(first.Positions);
        Assert.Contains("]8;;https://github.com/hardenbuild/hardenbuild/blob/main/docs/rules/HB2001.md", first.Output, StringComparison.Ordinal);

        var second = await shop.Build();
        Assert.Equal(first.Positions, second.Positions);

        var strict = await shop.Build("-warnaserror");
        Assert.Equal(1, strict.ExitCode);
        Assert.Equal(["error"], strict.Levels(Compose, "HB2001"));

        shop.Write("deploy/.editorconfig", "[*.yaml]\ndotnet_diagnostic.HB2001.severity = none\ndotnet_diagnostic.HB3001.severity = suggestion\n");
        var configured = await shop.Build();
        Assert.Empty(configured.Levels(Compose, "HB2001"));
        Assert.Equal(["message"], configured.Levels(Deployment, "HB3001"));
    }
}
