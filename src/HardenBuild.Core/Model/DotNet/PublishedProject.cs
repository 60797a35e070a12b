using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Model.DotNet;

/// <summary>The project whose output a Dockerfile puts into its image.</summary>
/// <param name="Publish">The command that publishes it, with its instruction; null when the output comes from outside.</param>
internal sealed record PublishedProject(DotNetProject Project, ProjectCommand? Publish)
{
    /// <summary>The framework it is published for; null when several come into question.</summary>
    public TargetFramework? Framework
    {
        get
        {
            if (Publish?.Invocation.FindOption("-f", "--framework") is { } option)
                return option.Value is { } moniker ? TargetFramework.TryParse(moniker) : null;
            return Project.TargetFrameworks is [var only] ? only : null;
        }
    }

    /// <summary>Whether the output runs without the runtime of the image; null when that is not known.</summary>
    public bool? IsSelfContained
    {
        get
        {
            if (Publish?.StatedSelfContained is { } stated)
                return stated;

            // Before .NET 6 a runtime identifier alone made the output self-contained; a switch nobody can read may do anything.
            return Publish is { HasRuntime: true } or { HasUnknownWords: true } || Project.Find("RuntimeIdentifier") is not null && Project.IsSelfContained == false && Framework is not { Major: >= 6 }
                ? (Project.IsSelfContained == true ? true : null)
                : Project.IsSelfContained;
        }
    }

    /// <summary>The one project that every publish of the file names; without publish, the only project beside the Dockerfile.</summary>
    public static PublishedProject? Find(DockerfileModel model, BuildContext context)
    {
        PublishedProject? found = null;
        var hasCommand = false;
        foreach (var command in ProjectCommand.Of(model))
        {
            hasCommand |= command.Verb is "publish" or "build";
            if (command.Verb != "publish" || !model.ReachesTarget(command.Instruction.Stage))
                continue;
            if (command.ProjectPath(model, context) is not { } path || context.ReadProject(path) is not { } project)
                return null;
            if (found is not null && found.Project.Path != project.Path)
                return null;
            found = new PublishedProject(project, command);
        }

        return found ?? (hasCommand ? null : Beside(model, context));
    }

    private static PublishedProject? Beside(DockerfileModel model, BuildContext context) =>
        ProjectPaths.In(context.Files, CleanPath.Folder(model.Source.Path)) is [var path] && DotNetProject.TryRead(context.Files, path) is { } project
            ? new PublishedProject(project, Publish: null)
            : null;
}
