using System.IO.Compression;
using System.Reflection.Metadata;
using HardenBuild.Package.Tests.Assemblies;

namespace HardenBuild.Package.Tests;

/// <summary>The task for MSBuild on .NET Framework, which is Visual Studio's: what it loads, and that all it refers to is there.</summary>
public sealed class FrameworkTaskTests : IDisposable
{
    private const string Folder = "tasks/net472/";

    /// <summary>MSBuild's own; it is in memory before the task is.</summary>
    private static readonly string[] s_host = ["Microsoft.Build.Framework", "Microsoft.Build.Utilities.Core"];

    /// <summary>Left out on purpose (Directory.Build.props): Sarif.Sdk's own command line traces through it, and nothing that writes a log.</summary>
    private const string NotShipped = "Microsoft.Diagnostics.Tracing.TraceEvent";

    private readonly AssemblySet _assemblies = new();
    private readonly List<string> _shipped = [];

    public FrameworkTaskTests(PackageFeed feed)
    {
        using (var package = ZipFile.OpenRead(feed.Package))
        {
            foreach (var entry in package.Entries.Where(entry => entry.FullName.StartsWith(Folder, StringComparison.Ordinal) && entry.Name.EndsWith(".dll", StringComparison.Ordinal)))
            {
                using var stream = entry.Open();
                using var bytes = new MemoryStream();
                stream.CopyTo(bytes);
                _assemblies.Add(Path.GetFileNameWithoutExtension(entry.Name), [.. bytes.ToArray()]);
                _shipped.Add(Path.GetFileNameWithoutExtension(entry.Name));
            }
        }

        foreach (var folder in FrameworkFolders.All)
            _assemblies.AddFolder(folder);
    }

    public void Dispose() => _assemblies.Dispose();

    [Fact]
    public void A_scan_loads_these_assemblies_and_no_others() => Assert.Equal(
        ["HardenBuild.Core", "HardenBuild.Tasks", "System.Buffers", "System.Collections.Immutable", "System.Memory", "System.Numerics.Vectors", "System.Runtime.CompilerServices.Unsafe", "YamlDotNet"],
        Closure("HardenBuild.Tasks", "HardenBuild.Sarif"));

    [Fact]
    public void A_log_adds_these()
    {
        var added = Closure("HardenBuild.Sarif").Except(Closure("HardenBuild.Tasks", "HardenBuild.Sarif"), StringComparer.Ordinal).ToList();
        Assert.Equal(["HardenBuild.Sarif", "Newtonsoft.Json", "Sarif", "System.Text.Encoding.CodePages"], added);
    }

    /// <summary>Every 13.0.x of Newtonsoft.Json is one identity, which Visual Studio's MSBuild has and redirects older ones to; another task's is never in the way of a scan, and of a log only if it is newer in the major.</summary>
    [Fact]
    public void Newtonsoft_Json_is_the_one_that_MSBuild_has()
    {
        var sarif = _assemblies["Sarif"];
        var reference = sarif.AssemblyReferences.Select(sarif.GetAssemblyReference).Single(reference => sarif.GetString(reference.Name) == "Newtonsoft.Json");
        Assert.Equal(new Version(13, 0, 0, 0), reference.Version);
        Assert.Equal(reference.Version, _assemblies["Newtonsoft.Json"].GetAssemblyDefinition().Version);
    }

    /// <summary>The loader takes an assembly beside the task only in the very version that is asked for.</summary>
    [Fact]
    public void Every_reference_to_a_shipped_assembly_is_to_its_version()
    {
        foreach (var assembly in _shipped)
        {
            var reader = _assemblies[assembly];
            foreach (var reference in reader.AssemblyReferences.Select(reader.GetAssemblyReference).Where(reference => _shipped.Contains(reader.GetString(reference.Name))))
                Assert.True(reference.Version <= Version(reader.GetString(reference.Name)), $"{assembly} needs {reader.GetString(reference.Name)} {reference.Version}, beside it lies {Version(reader.GetString(reference.Name))}");
        }
    }

    [Fact]
    public void Every_type_and_member_that_is_referred_to_exists() =>
        Assert.DoesNotContain(_shipped.SelectMany(new MemberCheck(_assemblies).Missing), missing => !missing.StartsWith("Sarif ", StringComparison.Ordinal) || !missing.EndsWith(NotShipped, StringComparison.Ordinal));

    /// <summary>So that the test above is one that can fail.</summary>
    [Fact]
    public void What_net472_lacks_is_found_out()
    {
        // Core for .NET 8 is full of what .NET Framework does not have.
        using var newer = new AssemblySet();
        newer.AddFolder(Path.Combine(PackageFeed.Repository, "src", "HardenBuild.Core", "bin", PackageFeed.Configuration, "net8.0"));
        foreach (var folder in FrameworkFolders.All)
            newer.AddFolder(folder);
        Assert.NotEmpty(new MemberCheck(newer).Missing("HardenBuild.Core"));
    }

    private Version Version(string assembly) => _assemblies[assembly].GetAssemblyDefinition().Version;

    /// <summary>The shipped assemblies that one leads to, itself among them, sorted.</summary>
    private List<string> Closure(string first, params IEnumerable<string> without)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal) { first };
        var open = new Queue<string>(found);
        while (open.TryDequeue(out var assembly))
        {
            var reader = _assemblies[assembly];
            foreach (var name in reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name)))
            {
                Assert.True(_assemblies.Has(name) || (assembly == "Sarif" && name == NotShipped), $"{assembly} needs {name}, which nobody brings");
                Assert.True(_shipped.Contains(name) || !name.StartsWith("Microsoft.Build", StringComparison.Ordinal) || s_host.Contains(name), name);
                if (_shipped.Contains(name) && !without.Contains(name) && found.Add(name))
                    open.Enqueue(name);
            }
        }

        return [.. found];
    }
}
