using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Model.DotNet;

namespace HardenBuild.Rules.DotNet.Context;

/// <summary>A project has a lock file that the restore may silently change.</summary>
internal sealed class DotnetRestoreNotLocked() : DockerfileRule("HB7027", RuleSeverity.None, RuleSeverity.None)
{
    internal override RuleReach Reach => RuleReach.Repository;

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        if (model.Context is not { } context)
            yield break;
        foreach (var command in ProjectCommand.Of(model))
        {
            if (command.Verb != "restore" || command.HasUnknownWords || command.Invocation.FindOption("--locked-mode") is not null || command.Property("RestoreLockedMode") is not null)
                continue;
            var projects = RestoreInputs.Projects(model, context, command);
            if (projects.Find(path => IsLocked(context, path)) is { } locked)
                yield return ReportIn(command.Instruction.Stage, model.Source.At(command.VerbSpan), CleanPath.Name(locked));
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetRestoreNotLocked),
        Title = "Packages are restored without holding on to the lock file",
        MessageFormat = "The restore may change what 'packages.lock.json' of '{0}' fixes, and the image then holds packages nobody reviewed; add '--locked-mode'",
        Rationale = "Without locked mode a restore that does not agree with the lock file rewrites it inside the image and goes on. With it the build stops and says what changed.",
        WhenToIgnore = "When another step has already restored in locked mode.",
        CatalogueSlugs = ["dotnet-restore-not-locked"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(1357), RuleReference.OwaspDocker("D08")],
        Violations = [Example("dotnet [|restore|]")],
        Fixed = [Example("dotnet restore --locked-mode")],
    };

    private static RuleExample Example(string command) => new("Dockerfile", $"FROM mcr.microsoft.com/dotnet/sdk:10.0\nWORKDIR /src\nCOPY Web.csproj packages.lock.json ./\nRUN {command}\n")
    {
        Beside = [new("Web.csproj", "<Project Sdk=\"Microsoft.NET.Sdk.Web\" />\n"), new("packages.lock.json", "{ \"version\": 2 }\n")],
    };

    private static bool IsLocked(BuildContext context, string path)
    {
        var lockFile = CleanPath.In(CleanPath.Folder(path), "packages.lock.json")!;
        return context.ReadProject(path) is { } project
            && (context.Find(lockFile) == PathKind.File || project.IsTrue("RestorePackagesWithLockFile") == true)
            && project.Find("RestoreLockedMode") is null;
    }
}
