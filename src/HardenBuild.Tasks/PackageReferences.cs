using System.Xml;

namespace HardenBuild.Tasks;

/// <summary>Whether a project references this package, judged by the text of its own file and of the <c>Directory.*</c> files above it.</summary>
/// <remarks>
/// An evaluation would know better and cost 50 ms a project. Conditions count as true and other imports are not followed:
/// a reference that is missed moves the project's findings one level up, where they are still reported.
/// </remarks>
internal sealed class PackageReferences
{
    private const string PackageId = "HardenBuild";

    private static readonly string[] InheritedFiles = ["Directory.Build.props", "Directory.Packages.props", "Directory.Build.targets"];

    private readonly Dictionary<string, (bool References, bool Imports)> _files = new(StringComparer.Ordinal);

    public bool Reach(string project)
    {
        if (Read(project).References)
            return true;

        var folder = Path.GetDirectoryName(project);
        return Array.Exists(InheritedFiles, name => IsInherited(folder, name));
    }

    // MSBuild imports the nearest file of the name; that one may import the next above it.
    private bool IsInherited(string? folder, string name)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var path = Path.Combine(folder, name);
            if (!File.Exists(path))
                continue;
            var (references, imports) = Read(path);
            if (references || !imports)
                return references;
        }

        return false;
    }

    private (bool References, bool Imports) Read(string path)
    {
        if (!_files.TryGetValue(path, out var facts))
            _files.Add(path, facts = Parse(path));
        return facts;
    }

    private static (bool References, bool Imports) Parse(string path)
    {
        var imports = false;
        try
        {
            using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element)
                    continue;
                imports |= reader.LocalName == "Import";
                if (reader.LocalName is "PackageReference" or "GlobalPackageReference" && Names(reader.GetAttribute("Include")))
                    return (true, imports);
            }
        }
        catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException)
        {
            // A broken project file is MSBuild's to report.
        }

        return (false, imports);
    }

    private static bool Names(string? include) =>
        include is not null && Array.Exists(include.Split(';'), id => string.Equals(id.Trim(), PackageId, StringComparison.OrdinalIgnoreCase));
}
