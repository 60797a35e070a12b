namespace HardenBuild.Model.Docker.Context;

/// <summary>Tells what of the build context a stage holds at some point.</summary>
internal static class CopiedPaths
{
    /// <summary>Whether a file of the context is there for an instruction: copied before it, by name, glob or with a folder, or mounted.</summary>
    /// <param name="path">Cleaned, relative to the context.</param>
    public static bool Contains(DockerfileModel model, StageInstruction before, string path)
    {
        foreach (var flag in before.Syntax.Flags)
        {
            if (flag.Mount is { Type: "bind", From: null } mount && (mount.Source is null || CleanPath.In("", mount.Source.Value) is not { } mounted || IsBelow(mounted, path)))
                return true;
        }

        foreach (var source in Before(model, before))
        {
            if (Covers(source, path))
                return true;
        }

        return false;
    }

    /// <summary>Whether a source takes a file along.</summary>
    public static bool Covers(ContextSource source, string path)
    {
        if (source.IsWholeContext)
            return true;
        if (!source.IsGlob)
            return IsBelow(source.Path, path);
        if (PathPattern.TryParse(source.Path) is not { } pattern || pattern.IsMatch(path))
            return true;
        for (var slash = path.IndexOf('/'); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            if (pattern.IsMatch(path.Substring(0, slash)))
                return true;
        }

        return false;
    }

    /// <summary>What is copied from the context before an instruction, in its stage and those it builds upon.</summary>
    public static IEnumerable<ContextSource> Before(DockerfileModel model, StageInstruction before)
    {
        foreach (var stage in DockerfileModel.Chain(before.Stage))
        {
            foreach (var instruction in stage.Instructions)
            {
                if (instruction == before)
                    break;
                foreach (var source in ContextSource.Of(model, instruction))
                    yield return source;
            }
        }
    }

    private static bool IsBelow(string folder, string path) => CleanPath.Below(folder, path) is not null;
}
