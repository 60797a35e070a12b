using System.Collections.Immutable;
using HardenBuild.Model.Docker.Context;

namespace HardenBuild.Model.DotNet;

/// <summary>A project with what it takes from the nearest <c>Directory.Build.props</c>, as far as that holds without conditions.</summary>
internal sealed class DotNetProject
{
    private DotNetProject(RepositoryFiles files, ProjectFile file, ProjectFile? shared)
    {
        Files = files;
        File = file;
        Shared = shared;
    }

    public RepositoryFiles Files { get; }

    public ProjectFile File { get; }

    /// <summary>The nearest <c>Directory.Build.props</c>; null when there is none or the file itself is one.</summary>
    public ProjectFile? Shared { get; }

    public string Path => File.Source.Path;

    public string Folder => CleanPath.Folder(Path);

    /// <summary>The name without folder and extension.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(CleanPath.Name(Path));

    /// <summary>Whether what the project does not set may be set elsewhere.</summary>
    public bool HasImports => File.HasImports || Shared?.HasImports == true;

    public bool IsWeb => IsSdk("Microsoft.NET.Sdk.Web");

    public bool IsPlain => IsSdk("Microsoft.NET.Sdk") || IsSdk("Microsoft.NET.Sdk.Worker");

    /// <summary>The frameworks in order; empty when they are not known.</summary>
    public ImmutableArray<TargetFramework> TargetFrameworks
    {
        get
        {
            if ((Find("TargetFrameworks") ?? Find("TargetFramework")) is not { IsKnown: true } property)
                return [];
            var frameworks = ImmutableArray.CreateBuilder<TargetFramework>();
            foreach (var moniker in property.Value.Value.Split([';'], StringSplitOptions.RemoveEmptyEntries))
            {
                if (TargetFramework.TryParse(moniker) is { } framework)
                    frameworks.Add(framework);
            }

            return frameworks.ToImmutable();
        }
    }

    /// <summary>The name of the program without extension; null when it is not known.</summary>
    public string? AssemblyName => Find("AssemblyName") switch
    {
        null => HasImports ? null : Name,
        { IsConditional: false, Value.Value: "$(MSBuildProjectName)" } => Name,
        { IsKnown: true, Value.Value: { Length: > 0 } name } => name,
        _ => null,
    };

    /// <summary>Whether the published program brings the runtime along; null when that is not known.</summary>
    public bool? IsSelfContained
    {
        get
        {
            var (aot, published, always) = (IsTrue("PublishAot"), IsTrue("PublishSelfContained"), IsTrue("SelfContained"));
            if (aot == true || published == true || always == true)
                return true;
            return aot is null || published is null || always is null ? null : false;
        }
    }

    /// <summary>The project at a path from the repository root; null when there is none that can be read.</summary>
    public static DotNetProject? TryRead(RepositoryFiles files, string path) => files.ReadProject(path) is { } file ? Create(files, file) : null;

    public static DotNetProject Create(RepositoryFiles files, ProjectFile file)
    {
        var isShared = CleanPath.Name(file.Source.Path) == "Directory.Build.props";
        return new DotNetProject(files, file, isShared ? null : FindAbove(files, CleanPath.Folder(file.Source.Path), "Directory.Build.props") is { } path ? files.ReadProject(path) : null);
    }

    /// <summary>The nearest file of a name in a folder or one above, where MSBuild takes it from; null when there is none.</summary>
    public static string? FindAbove(RepositoryFiles files, string folder, string name)
    {
        for (; ; folder = CleanPath.Folder(folder))
        {
            var path = folder.Length == 0 ? name : folder + "/" + name;
            if (files.Find(path) == PathKind.File)
                return path;
            if (folder.Length == 0)
                return null;
        }
    }

    /// <summary>The property in force; null when nothing sets it.</summary>
    public ProjectProperty? Find(string name) => File.Find(name) ?? Shared?.Find(name);

    /// <summary>The value in force where it is known and not empty.</summary>
    public string? ValueOf(string name) => Find(name) is { IsKnown: true, Value.Value: { Length: > 0 } value } ? value : null;

    /// <summary>Whether a property is <c>true</c>; null when that is not known.</summary>
    public bool? IsTrue(string name) => Find(name) switch
    {
        null => HasImports ? null : false,
        { IsKnown: true, Value.Value: var value } => value.Equals("true", StringComparison.OrdinalIgnoreCase),
        _ => null,
    };

    public IEnumerable<ProjectItem> FindItems(string name) => Shared is null ? File.FindItems(name) : File.FindItems(name).Concat(Shared.FindItems(name));

    private bool IsSdk(string name) => File.Sdk is { Value: var sdk } && (sdk.Equals(name, StringComparison.OrdinalIgnoreCase) || sdk.StartsWith(name + "/", StringComparison.OrdinalIgnoreCase));
}
