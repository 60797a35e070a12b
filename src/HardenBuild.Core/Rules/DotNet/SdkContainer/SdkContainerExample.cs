namespace HardenBuild.Rules.DotNet.SdkContainer;

/// <summary>Projects for the pages of rules about images that the SDK builds.</summary>
internal static class SdkContainerExample
{
    public static RuleExample Of(params string[] properties) => new("Web.csproj", Project(string.Concat(properties.Select(static property => $"    {property}\n")), ""));

    public static RuleExample OfItem(string item) => new("Web.csproj", Project("", $"  <ItemGroup>\n    {item}\n  </ItemGroup>\n"));

    private static string Project(string properties, string items) =>
        $"<Project Sdk=\"Microsoft.NET.Sdk.Web\">\n  <PropertyGroup>\n    <TargetFramework>net10.0</TargetFramework>\n{properties}  </PropertyGroup>\n{items}</Project>\n";
}
