using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Model.DotNet;
using HardenBuild.Text;

namespace HardenBuild.Rules.DotNet.Context;

/// <summary>The container starts a program that the publish does not make.</summary>
internal sealed class DotnetEntrypointDllMismatch() : DockerfileRule("HB7031", RuleSeverity.Warning, RuleSeverity.Warning)
{
    internal override RuleReach Reach => RuleReach.Repository;

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        if (model.TargetStage is null || model.Context is not { } context || context.Published(model) is not { Project.AssemblyName: { } assembly } published
            || published.Publish?.Property("AssemblyName") is not null || StartedProgram.Of(model) is not { } started)
            yield break;
        if (Expected(context, published, started, assembly) is { } expected)
            yield return ReportIn(started.Command.Instruction.Stage, model.Source.At(FileNameSpan(started)), started.FileName, published.Project.Name, expected);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetEntrypointDllMismatch),
        Title = "Container starts a program that is not published",
        MessageFormat = "'{0}' is not what publishing '{1}' makes, so the container stops at its start; write '{2}', whose letter case counts on Linux",
        Rationale = "The published file has the name of the assembly. After a renamed project, or with letter case that only Windows forgives, 'dotnet' ends with "
            + "'The application to execute does not exist', after everything before went well.",
        WhenToIgnore = "When a step of the image renames the file.",
        CatalogueSlugs = ["dotnet-entrypoint-dll-mismatch"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Violations = [Example("[|web.dll|]")],
        Fixed = [Example("Web.dll")],
    };

    private static RuleExample Example(string dll) => new(
        "Dockerfile",
        $"FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nWORKDIR /src\nCOPY . .\nRUN dotnet publish Web.csproj -o /app\nFROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY --from=build /app /app\nENTRYPOINT [\"dotnet\", \"/app/{dll}\"]\n")
    {
        Beside = [new("Web.csproj", "<Project Sdk=\"Microsoft.NET.Sdk.Web\" />\n")],
    };

    /// <summary>What should stand there; null when nothing is wrong or it cannot be told.</summary>
    private static string? Expected(BuildContext context, PublishedProject published, StartedProgram started, string assembly)
    {
        var isOtherCase = started.FileName.Equals(assembly + (started.IsLibrary ? ".dll" : ""), StringComparison.OrdinalIgnoreCase);
        if (started.IsLibrary)
        {
            if (started.FileName == assembly + ".dll" || (!isOtherCase && (published.Publish is null || IsOtherProject(context, started.FileName))))
                return null;
            return assembly + ".dll";
        }

        // A program under another name may be anything: a script, a tool.
        if (!isOtherCase)
            return null;
        if (started.FileName != assembly)
            return assembly;
        var useAppHost = published.Publish?.Property("UseAppHost") ?? published.Project.ValueOf("UseAppHost");
        return useAppHost?.Equals("false", StringComparison.OrdinalIgnoreCase) == true && published.IsSelfContained == false ? $"dotnet {assembly}.dll" : null;
    }

    private static bool IsOtherProject(BuildContext context, string fileName)
    {
        foreach (var path in ProjectFolders.Below(context, ""))
        {
            // One whose name is not known may be the one.
            if (context.ReadProject(path)?.AssemblyName is not { } name || name + ".dll" == fileName)
                return true;
        }

        return false;
    }

    private static TextSpan FileNameSpan(StartedProgram started) =>
        started.Word.Value is { } value ? started.Word.SpanOf(value.Length - started.FileName.Length, started.FileName.Length) : started.Word.Span;
}
