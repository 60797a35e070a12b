using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Context;

namespace HardenBuild.Rules.DotNet.Context;

/// <summary>Tells Dockerfiles that build or run .NET programs from others.</summary>
internal static class DotNetFile
{
    public static bool IsOne(DockerfileModel model)
    {
        foreach (var stage in model.Stages)
        {
            if (stage.Base.Known?.DotNet is not null)
                return true;
        }

        return false;
    }

    /// <summary>The sources that bring a folder of the developer's disk, output folders aside.</summary>
    public static IEnumerable<ContextSource> FolderSources(DockerfileModel model, BuildContext context)
    {
        foreach (var source in ContextSource.Of(model))
        {
            if (!source.Instruction.IsTrigger && (source.IsWholeContext || (!source.IsGlob && !IsOutput(source.Path) && context.Find(source.Path) == PathKind.Folder)))
                yield return source;
        }
    }

    private static bool IsOutput(string path)
    {
        foreach (var part in path.Split('/'))
        {
            if (part is "bin" or "obj" or "publish" or "out" or "artifacts" or "dist")
                return true;
        }

        return false;
    }
}
