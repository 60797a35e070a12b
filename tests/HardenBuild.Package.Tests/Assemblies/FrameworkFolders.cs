namespace HardenBuild.Package.Tests.Assemblies;

/// <summary>Where the reference assemblies of .NET Framework 4.7.2 and of MSBuild for it lie, among the packages that building the task restored.</summary>
internal static class FrameworkFolders
{
    public static IReadOnlyList<string> All { get; } =
    [
        Packaged("microsoft.netframework.referenceassemblies.net472", "build/.NETFramework/v4.7.2"),
        Packaged("microsoft.netframework.referenceassemblies.net472", "build/.NETFramework/v4.7.2/Facades"),
        Packaged("microsoft.build.framework", "ref/net472"),
        Packaged("microsoft.build.utilities.core", "ref/net472"),
    ];

    private static string Packaged(string package, string folder)
    {
        var root = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        return Directory.GetDirectories(Path.Combine(root, package)).Select(version => Path.Combine(version, folder)).First(Directory.Exists);
    }
}
