using System.Collections.Immutable;
using HardenBuild.Model.Compose;
using HardenBuild.Model.DotNet;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Context;

/// <summary>Tells which folder a Dockerfile is built from.</summary>
/// <remarks>
/// Docker's default is the folder the command names, mostly the Dockerfile's own. Visual Studio writes Dockerfiles for the solution's folder: their sources
/// exist only relative to a folder above.
/// </remarks>
internal sealed class BuildContextFinder(RepositoryFiles files, ImmutableArray<ComposeBuild> builds)
{
    // Sources beyond these would not change the verdict.
    private const int MaxSources = 32;
    private const int MaxFoldersUp = 16;

    /// <summary>Null for a Dockerfile outside the repository.</summary>
    public BuildContext? Find(DockerfileModel model)
    {
        var path = model.Source.Path;
        if (path.StartsWith("../", StringComparison.Ordinal) || path is ['/', ..] || path.Contains(':'))
            return null;
        var (root, certainty) = Stated(path) is { } stated ? (stated, ContextCertainty.Stated) : Guess(model, CleanPath.Folder(path));
        var ignoreText = files.Read(path + ".dockerignore") ?? files.Read(CleanPath.In(root, ".dockerignore")!);
        var ignoreFile = ignoreText is null ? null : DockerIgnore.TryParse(ignoreText);
        return new BuildContext
        {
            Files = files,
            Root = root,
            Certainty = certainty,
            IgnoreFile = ignoreFile,
            IsIgnoreFileKnown = ignoreText is null ? certainty != ContextCertainty.Assumed || !HasIgnoreFileAbove(root) : ignoreFile is not null,
        };
    }

    /// <summary>The folder that every Compose service built from the file, or the project beside it, agrees on.</summary>
    private string? Stated(string path)
    {
        string? context = null;
        foreach (var build in builds)
        {
            if (build.Dockerfile != path)
                continue;
            if (context is not null && context != build.Context)
                return null;
            context = build.Context;
        }

        return context ?? StatedByProject(path);
    }

    private string? StatedByProject(string path)
    {
        var folder = CleanPath.Folder(path);
        foreach (var project in ProjectPaths.In(files, folder))
        {
            if (files.ReadProject(project)?.Find("DockerfileContext") is { IsKnown: true } context && CleanPath.In(folder, context.Value.Value) is { } root
                && files.Find(root) == PathKind.Folder)
                return root;
        }

        return null;
    }

    private (string Root, ContextCertainty Certainty) Guess(DockerfileModel model, string folder)
    {
        var sources = ContextSource.Of(model).Where(static source => !source.IsWholeContext).Take(MaxSources).ToList();
        var best = folder;
        var (most, isUnique) = (0, true);
        var candidate = folder;
        for (var i = 0; i < MaxFoldersUp && sources.Count > 0; i++)
        {
            var found = sources.Count(source => Exists(candidate, source));
            if (found > most)
                (best, most, isUnique) = (candidate, found, true);
            else if (found == most)
                isUnique = false;
            if (candidate.Length == 0)
                break;
            candidate = CleanPath.Folder(candidate);
        }

        return (best, most > 0 && isUnique ? ContextCertainty.Confirmed : ContextCertainty.Assumed);
    }

    private bool Exists(string root, ContextSource source)
    {
        if (CleanPath.In(root, source.Path) is not { } path)
            return false;
        if (!source.IsGlob)
            return files.Find(path) is PathKind.File or PathKind.Folder;
        return files.List(CleanPath.Folder(path)) is { } entries && PathPattern.TryParse(CleanPath.Name(path)) is { } pattern && entries.Keys.Any(pattern.IsMatch);
    }

    private bool HasIgnoreFileAbove(string folder)
    {
        while (folder.Length > 0)
        {
            folder = CleanPath.Folder(folder);
            if (files.Find(CleanPath.In(folder, ".dockerignore")!) == PathKind.File)
                return true;
        }

        return false;
    }
}
