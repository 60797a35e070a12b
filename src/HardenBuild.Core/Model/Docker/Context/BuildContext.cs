using HardenBuild.Model.DotNet;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Context;

/// <summary>The folder that a Dockerfile copies from, and what the builder sees of it.</summary>
internal sealed class BuildContext
{
    private PublishedProject? _published;
    private bool _isPublishedRead;

    /// <summary>The files of the repository, by paths from its root.</summary>
    public required RepositoryFiles Files { get; init; }

    /// <summary>The context's folder, relative to the repository root; empty for the root itself.</summary>
    public required string Root { get; init; }

    public required ContextCertainty Certainty { get; init; }

    /// <summary>The ignore file in force; null when there is none, or it cannot be told what it excludes.</summary>
    public required DockerIgnore? IgnoreFile { get; init; }

    /// <summary>Whether <see cref="IgnoreFile"/> says all there is to say.</summary>
    public required bool IsIgnoreFileKnown { get; init; }

    /// <summary>The path from the repository root of a path in the context.</summary>
    public string InRepository(string path) => Root.Length == 0 ? path : path.Length == 0 ? Root : Root + "/" + path;

    /// <summary>What a path of the context leads to, whether or not the ignore file hides it.</summary>
    /// <param name="path">Cleaned; empty for the context itself.</param>
    public PathKind Find(string path) => Files.Find(InRepository(path));

    public SourceText? Read(string path) => Files.Read(InRepository(path));

    public IReadOnlyDictionary<string, bool>? List(string folder) => Files.List(InRepository(folder));

    /// <summary>Whether the builder sees a path, as far as the ignore file tells.</summary>
    public bool Includes(string path) => IgnoreFile?.Excludes(path) != true;

    /// <summary>The project at a path of the context with the files it imports; null when there is none that can be read.</summary>
    public DotNetProject? ReadProject(string path) => DotNetProject.TryRead(Files, InRepository(path));

    /// <summary>The project that the image runs; null when it cannot be told.</summary>
    public PublishedProject? Published(DockerfileModel model)
    {
        if (!_isPublishedRead)
            _published = PublishedProject.Find(model, this);
        _isPublishedRead = true;
        return _published;
    }
}
