using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Model.DotNet;
using HardenBuild.Text;

namespace HardenBuild.Rules.DotNet.Context;

/// <summary>A settings file with a literal credential is published into the image. Findings are in that file.</summary>
internal sealed class DotnetAppsettingsWithSecretsInContext() : DockerfileRule("HB7019", RuleSeverity.Warning, RuleSeverity.Warning)
{
    internal override RuleReach Reach => RuleReach.Repository;

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        if (model.Context is not { } context || context.Published(model) is not { Publish: { } publish, Project: { } project } || CleanPath.Below(context.Root, project.Folder) is not { } folder)
            yield break;
        foreach (var name in (context.List(folder)?.Keys ?? []).OrderBy(static name => name, StringComparer.Ordinal))
        {
            var path = CleanPath.In(folder, name)!;
            if (!IsSettings(name) || !IsPublished(project, name) || !context.Includes(path) || context.Files.IsIgnored(context.InRepository(path))
                || !CopiedPaths.Contains(model, publish.Instruction, path) || context.Read(path) is not { } settings)
                continue;
            foreach (var (location, what) in SettingSecrets.Find(settings))
                yield return Report(location, what) with { LogicalPath = name, Related = [new RelatedLocation(model.Source.At(publish.VerbSpan), "Published into the image here")] };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetAppsettingsWithSecretsInContext),
        Title = "Settings with a credential are published into the image",
        MessageFormat = "This is {0}, and the Dockerfile publishes the file into the image, where everyone who can pull it reads it; take it from a secret store or the environment at run time",
        Rationale = "The Web SDK publishes every 'appsettings*.json', the one for development included. A credential in it is in the repository, in the layer of the build and in the image.",
        WhenToIgnore = "When the credential opens nothing outside of a developer's machine.",
        CatalogueSlugs = ["dotnet-appsettings-with-secrets-in-context"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.Medium,
        IsAboutSecretValue = true,
        References = [RuleReference.Cwe(798), RuleReference.OwaspDocker("D06")],
        Violations = [Example("Server=db;Database=shop;User Id=app;Password=[|Kx7vPq2wZr9t|]")],
        Fixed = [Example("Server=db;Database=shop;User Id=app;Password=${DB_PASSWORD}"), Example("Server=db;Database=shop;Trusted_Connection=True")],
    };

    private static RuleExample Example(string connection) => new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nWORKDIR /src\nCOPY . .\nRUN dotnet publish Web.csproj -o /app\nFROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY --from=build /app /app\n")
    {
        Beside =
        [
            new("Web.csproj", "<Project Sdk=\"Microsoft.NET.Sdk.Web\" />\n"),
            new("appsettings.json", $"{{\n  \"ConnectionStrings\": {{\n    \"Shop\": \"{connection}\"\n  }}\n}}\n"),
        ],
    };

    private static bool IsSettings(string name) =>
        name.Equals("appsettings.json", StringComparison.OrdinalIgnoreCase)
        || (name.StartsWith("appsettings.", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".json", StringComparison.OrdinalIgnoreCase));

    private static bool IsPublished(DotNetProject project, string name)
    {
        var isNamed = false;
        foreach (var item in project.FindItems("Content").Concat(project.FindItems("None")))
        {
            if (PathPattern.TryParse(item.Include.Value.Replace('\\', '/'))?.IsMatch(name) != true)
                continue;
            if (item.Find("CopyToPublishDirectory") is { Value.Value: "Never" })
                return false;
            isNamed |= item.Find("CopyToOutputDirectory") is { Value.Value: not "Never" } || item.Find("CopyToPublishDirectory") is not null;
        }

        return project.IsWeb || isNamed;
    }
}
