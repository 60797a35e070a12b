using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Model.DotNet;

namespace HardenBuild.Rules.DotNet.Context;

/// <summary>The host's <c>obj</c> folder is copied over the one that the restore in the image made.</summary>
internal sealed class DotnetObjFolderOverwritesRestore() : DockerfileRule("HB7043", RuleSeverity.Warning, RuleSeverity.Warning)
{
    internal override RuleReach Reach => RuleReach.Repository;

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        if (model.Context is not { IsIgnoreFileKnown: true } context)
            yield break;
        var restoring = new HashSet<DockerfileStage>();
        var restores = new HashSet<StageInstruction>(ProjectCommand.Of(model).Where(static command => command.Verb == "restore").Select(static command => command.Instruction));
        foreach (var stage in model.Stages)
        {
            if (stage.Base.Stage is { } parent && restoring.Contains(parent))
                restoring.Add(stage);
            foreach (var instruction in stage.Instructions)
            {
                if (restores.Contains(instruction))
                    restoring.Add(stage);
                if (!restoring.Contains(stage))
                    continue;
                foreach (var source in ContextSource.Of(model, instruction))
                {
                    if (FindObj(context, source) is { } obj)
                        yield return ReportIn(stage, model.Source.At(source.Word.Span), source.Word.Value, obj);
                }
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetObjFolderOverwritesRestore),
        Title = "The obj folder of the host replaces the restored one",
        MessageFormat = "'{0}' after 'dotnet restore' copies '{1}' of the host over the restored one, and the build fails with NETSDK1064 or uses paths of the host; add '**/obj' to '.dockerignore'",
        Rationale = "'dotnet restore' writes 'obj/project.assets.json' with the package folders of the image. The host's file of the same name lists the folders of a developer's machine. "
            + "CI never sees the failure, because there is no 'obj' in a fresh clone.",
        WhenToIgnore = "When the image is only ever built from a fresh clone, or projects write their intermediate files elsewhere ('UseArtifactsOutput').",
        CatalogueSlugs = ["dotnet-obj-folder-overwrites-restore"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Supersedes = ["HB7042"],
        Violations =
        [
            new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nWORKDIR /src\nCOPY Web.csproj .\nRUN dotnet restore\nCOPY [|.|] .\nRUN dotnet publish --no-restore\n")
            {
                Beside = [new(".dockerignore", ".git\n"), new("Web.csproj", "<Project Sdk=\"Microsoft.NET.Sdk.Web\" />\n")],
            },
        ],
        Fixed =
        [
            new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nWORKDIR /src\nCOPY Web.csproj .\nRUN dotnet restore\nCOPY . .\nRUN dotnet publish --no-restore\n")
            {
                Beside = [new(".dockerignore", ".git\n**/obj\n"), new("Web.csproj", "<Project Sdk=\"Microsoft.NET.Sdk.Web\" />\n")],
            },
        ],
    };

    private static string? FindObj(BuildContext context, ContextSource source)
    {
        if (!source.IsWholeContext && (source.IsGlob || context.Find(source.Path) != PathKind.Folder))
            return null;
        foreach (var obj in UnwantedPaths.OutputFolders(context, source.IsWholeContext ? "" : source.Path, "obj"))
        {
            if (!UsesArtifacts(context, CleanPath.Folder(obj)))
                return obj;
        }

        return null;
    }

    private static bool UsesArtifacts(BuildContext context, string folder) =>
        DotNetProject.FindAbove(context.Files, context.InRepository(folder), "Directory.Build.props") is { } path && context.Files.ReadProject(path)?.Find("UseArtifactsOutput") is not null;
}
