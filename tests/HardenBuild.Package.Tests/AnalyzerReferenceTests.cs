using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace HardenBuild.Package.Tests;

/// <summary>An analyzer that binds to more than its host has is not loaded, and nobody is told.</summary>
public sealed class AnalyzerReferenceTests(PackageFeed feed)
{
    private const string Folder = "analyzers/dotnet/cs/";

    /// <summary>What the oldest host brings: the compiler 4.8 of SDK 8.0.100, on .NET 8, and Visual Studio 2022 17.10; see docs/decisions/0002.</summary>
    private static readonly Dictionary<string, Version> s_host = new(StringComparer.Ordinal)
    {
        ["netstandard"] = new(2, 0, 0, 0),
        ["Microsoft.CodeAnalysis"] = new(4, 8, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp"] = new(4, 8, 0, 0),
        ["System.Buffers"] = new(4, 0, 3, 0),
        ["System.Collections.Immutable"] = new(8, 0, 0, 0),
        ["System.Memory"] = new(4, 0, 1, 2),
        ["System.Numerics.Vectors"] = new(4, 1, 4, 0),
        ["System.Runtime.CompilerServices.Unsafe"] = new(6, 0, 0, 0),
    };

    [Fact]
    public void Binds_to_nothing_newer_than_the_oldest_host_has()
    {
        using var package = ZipFile.OpenRead(feed.Package);
        var assemblies = package.Entries.Where(entry => entry.FullName.StartsWith(Folder, StringComparison.Ordinal)).ToList();
        var shipped = assemblies.Select(entry => Path.GetFileNameWithoutExtension(entry.Name)).ToHashSet(StringComparer.Ordinal);
        var references = assemblies.SelectMany(References).Where(reference => !shipped.Contains(reference.Name)).ToList();

        Assert.Contains(references, reference => reference.Name == "Microsoft.CodeAnalysis");
        Assert.All(references, reference => Assert.True(
            s_host.TryGetValue(reference.Name, out var newest) && reference.Version <= newest,
            $"{reference.By} needs {reference.Name} {reference.Version}"));
    }

    private static List<(string By, string Name, Version Version)> References(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        bytes.Position = 0;
        using var file = new PEReader(bytes);
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(metadata.GetAssemblyReference).Select(reference => (entry.Name, metadata.GetString(reference.Name), reference.Version))];
    }
}
