using HardenBuild.Model.Docker;
using HardenBuild.Model.DotNet;

namespace HardenBuild.Rules.DotNet.Context;

/// <summary>The runtime image is of another kind than the program needs.</summary>
internal sealed class DotnetRuntimeImageKindMismatch() : DockerfileRule("HB7010", RuleSeverity.Warning, RuleSeverity.Warning)
{
    internal override RuleReach Reach => RuleReach.Repository;

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        if (RuntimeImage.Of(model) is not { } image || model.Context?.Published(model) is not { } published)
            yield break;
        if (Wanted(image.DotNet.Repository, published) is not { } better)
            yield break;
        var (repository, reason, isFatal) = better;
        yield return ReportIn(image.Stage, image.RepositoryLocation, image.DotNet.Repository, reason, repository) with
        {
            AtMost = isFatal ? RuleSeverity.Error : RuleSeverity.Suggestion,
        };
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetRuntimeImageKindMismatch),
        Title = "Kind of .NET runtime image does not fit the project",
        MessageFormat = "The image '{0}' does not fit: {1}; use 'mcr.microsoft.com/dotnet/{2}'",
        Rationale = "'aspnet' adds the ASP.NET Core framework to 'runtime', which adds .NET to 'runtime-deps'. A program whose framework is missing does not start; "
            + "one that does not need the framework carries its size and its security updates for nothing.",
        WhenToIgnore = "When a package or another image of yours brings the framework along.",
        CatalogueSlugs = ["dotnet-runtime-image-kind-mismatch"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Violations = [Example("mcr.microsoft.com/dotnet/[|runtime|]:10.0")],
        Fixed = [Example("mcr.microsoft.com/dotnet/aspnet:10.0")],
    };

    private static RuleExample Example(string image) => new(
        "Dockerfile",
        $"FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nWORKDIR /src\nCOPY . .\nRUN dotnet publish Web.csproj -o /app\nFROM {image}\nCOPY --from=build /app /app\nENTRYPOINT [\"dotnet\", \"/app/Web.dll\"]\n")
    {
        Beside = [new("Web.csproj", "<Project Sdk=\"Microsoft.NET.Sdk.Web\">\n  <PropertyGroup>\n    <TargetFramework>net10.0</TargetFramework>\n  </PropertyGroup>\n</Project>\n")],
    };

    private static (string Repository, string Reason, bool IsFatal)? Wanted(string repository, PublishedProject published)
    {
        var project = published.Project;
        return (repository, published.IsSelfContained) switch
        {
            ("runtime-deps", false) when published.Publish is not null =>
                (NeedsAspNetCore(project) ? "aspnet" : "runtime", $"'{project.Name}' needs a .NET runtime, which is not in it, and does not start", true),
            ("runtime", false) when NeedsAspNetCore(project) => ("aspnet", $"'{project.Name}' needs ASP.NET Core, which is not in it, and does not start", true),
            ("aspnet", false) when IsSurelyConsole(project) => ("runtime", $"'{project.Name}' does not use ASP.NET Core", false),
            ("aspnet" or "runtime", true) when published.Publish is not null => ("runtime-deps", $"'{project.Name}' brings its own runtime", false),
            _ => null,
        };
    }

    private static bool NeedsAspNetCore(DotNetProject project) =>
        project.IsWeb || project.FindItems("FrameworkReference").Any(static item => !item.IsConditional && item.Include.Value.StartsWith("Microsoft.AspNetCore", StringComparison.OrdinalIgnoreCase));

    /// <summary>Packages and other projects may need ASP.NET Core; only the plainest project surely does not.</summary>
    private static bool IsSurelyConsole(DotNetProject project) =>
        project is { IsPlain: true, HasImports: false }
        && !project.FindItems("FrameworkReference").Any()
        && !project.FindItems("ProjectReference").Any()
        && project.FindItems("PackageReference").All(static item => IsHarmless(item.Include.Value));

    private static bool IsHarmless(string package) =>
        package.StartsWith("Microsoft.Extensions.", StringComparison.OrdinalIgnoreCase)
        || package.StartsWith("System.", StringComparison.OrdinalIgnoreCase)
        || package.StartsWith("Microsoft.VisualStudio.Azure.Containers.Tools", StringComparison.OrdinalIgnoreCase)
        || package.Equals("Newtonsoft.Json", StringComparison.OrdinalIgnoreCase);
}
