using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace HardenBuild.Package.Tests.Assemblies;

/// <summary>Assemblies that are read and not loaded; the first of a name counts, as for a host that probes folders in order.</summary>
internal sealed class AssemblySet : IDisposable
{
    private readonly Dictionary<string, PEReader> _readers = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Dictionary<string, TypeDefinitionHandle>> _types = new(StringComparer.OrdinalIgnoreCase);

    public bool Has(string assembly) => _readers.ContainsKey(assembly);

    public MetadataReader this[string assembly] => _readers[assembly].GetMetadataReader();

    public void Add(string name, ImmutableArray<byte> image)
    {
        if (_readers.ContainsKey(name))
            return;
        var reader = new PEReader(image);
        if (reader.HasMetadata)
            _readers.Add(name, reader);
    }

    public void AddFolder(string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "*.dll"))
            Add(Path.GetFileNameWithoutExtension(file), [.. File.ReadAllBytes(file)]);
    }

    /// <summary>A type by its full name, <c>Namespace.Outer+Inner</c>, where its assembly or the one it forwards to defines it; null when there is none.</summary>
    public (MetadataReader Reader, TypeDefinition Type)? Find(string assembly, string name)
    {
        for (var hops = 0; hops < 8 && Has(assembly); hops++)
        {
            if (Types(assembly).TryGetValue(name, out var found))
                return (this[assembly], this[assembly].GetTypeDefinition(found));
            if (ForwardOf(this[assembly], name.Split('+')[0]) is not { } next)
                return null;
            assembly = next;
        }

        return null;
    }

    public void Dispose()
    {
        foreach (var reader in _readers.Values)
            reader.Dispose();
    }

    private Dictionary<string, TypeDefinitionHandle> Types(string assembly)
    {
        if (!_types.TryGetValue(assembly, out var types))
        {
            var reader = this[assembly];
            _types.Add(assembly, types = []);
            foreach (var handle in reader.TypeDefinitions)
                types[TypeNames.Of(reader, handle)] = handle;
        }

        return types;
    }

    private static string? ForwardOf(MetadataReader reader, string name)
    {
        foreach (var handle in reader.ExportedTypes)
        {
            var exported = reader.GetExportedType(handle);
            if (exported.Implementation.Kind == HandleKind.AssemblyReference && TypeNames.Join(reader.GetString(exported.Namespace), reader.GetString(exported.Name)) == name)
                return reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)exported.Implementation).Name);
        }

        return null;
    }
}
