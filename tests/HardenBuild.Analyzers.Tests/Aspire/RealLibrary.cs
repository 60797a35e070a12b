using System.Reflection;

namespace HardenBuild.Analyzers.Tests.Aspire;

/// <summary>Aspire.Hosting as it is published: downloaded with the other packages, and only read.</summary>
internal static class RealLibrary
{
    public static string Path { get; } = typeof(RealLibrary).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == "AspireHosting").Value!;
}
