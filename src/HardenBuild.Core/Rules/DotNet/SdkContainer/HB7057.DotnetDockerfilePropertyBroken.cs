using System.Collections.Immutable;
using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Model.DotNet;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Text;

namespace HardenBuild.Rules.DotNet.SdkContainer;

/// <summary>A property of Visual Studio's container tools names what does not exist.</summary>
internal sealed class DotnetDockerfilePropertyBroken() : ProjectRule("HB7057", RuleSeverity.Warning, RuleSeverity.Warning)
{
    private static readonly string[] Paths = ["DockerfileFile", "DockerfileContext", "DockerComposeProjectPath"];

    private static readonly char[] Separators = [' ', ';', '\t', '\r', '\n'];

    public override IEnumerable<Finding> Analyze(DotNetProject project)
    {
        foreach (var name in Paths)
        {
            if (project.File.Find(name) is { IsKnown: true, Value: { Value.Length: > 0 } path } && IsMissing(project, path.Value))
            {
                yield return Report(path.Location, name, path.Value, "is a path that does not exist") with
                {
                    // Only debugging several containers at once asks for it, and a copied project goes on without for years.
                    AtMost = name == "DockerComposeProjectPath" ? RuleSeverity.Suggestion : RuleSeverity.Error,
                };
            }
        }

        if (DockerfileOf(project) is not { } model)
            yield break;
        if (project.File.Find("DockerfileFastModeStage") is { IsKnown: true, Value: { Value.Length: > 0 } stage }
            && !model.Stages.Any(known => known.Name is { } alias && alias.Value.Equals(stage.Value, StringComparison.OrdinalIgnoreCase)))
            yield return Report(stage.Location, "DockerfileFastModeStage", stage.Value, "is no stage of the Dockerfile");
        if (project.File.Find("DockerfileBuildArguments") is { IsKnown: true, Value: var arguments })
        {
            foreach (var name in ArgumentNames(arguments.Value).Where(name => !IsDeclared(model, name)))
                yield return Report(LocationOf(arguments, name), "DockerfileBuildArguments", name, "is an argument that the Dockerfile does not declare");
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetDockerfilePropertyBroken),
        Title = "Container property of the project names what does not exist",
        MessageFormat = "'{0}' does not work: '{1}' {2}; correct it or delete the property",
        Rationale = "Visual Studio reads these properties when it builds and debugs the image. After a file, stage or argument was renamed it fails, or silently builds something else.",
        WhenToIgnore = "When a step of the build makes the file.",
        CatalogueSlugs = ["dotnet-dockerfile-property-broken"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Violations = [Example("[|runtime|]")],
        Fixed = [Example("base")],
    };

    private static RuleExample Example(string stage) => SdkContainerExample.Of($"<DockerfileFastModeStage>{stage}</DockerfileFastModeStage>") with
    {
        Beside = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS base\nUSER $APP_UID\n")],
    };

    private static bool IsMissing(DotNetProject project, string path) =>
        path[0] != '/' && path.IndexOf(':') < 0 && CleanPath.In(project.Folder, path) is { } inRepository && project.Files.Find(inRepository) == PathKind.Missing && !project.Files.IsIgnored(inRepository);

    private static DockerfileModel? DockerfileOf(DotNetProject project)
    {
        if (project.File.Find("DockerfileFastModeStage") is null && project.File.Find("DockerfileBuildArguments") is null)
            return null;
        var path = project.Find("DockerfileFile") switch
        {
            null => "Dockerfile",
            { IsKnown: true, Value.Value: { Length: > 0 } stated } => stated,
            _ => null,
        };
        return path is not null && CleanPath.In(project.Folder, path) is { } file && project.Files.Read(file) is { } text ? DockerfileModel.Create(DockerfileSyntax.Parse(text)) : null;
    }

    /// <summary>The names after <c>--build-arg</c>.</summary>
    private static ImmutableArray<string> ArgumentNames(string arguments)
    {
        var words = arguments.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        var names = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] == "--build-arg" && i + 1 < words.Length)
                names.Add(words[++i].Trim('"').Split('=')[0]);
            else if (words[i].StartsWith("--build-arg=", StringComparison.Ordinal))
                names.Add(words[i].Substring("--build-arg=".Length).Trim('"').Split('=')[0]);
        }

        return names.ToImmutable();
    }

    private static bool IsDeclared(DockerfileModel model, string name) =>
        PredefinedArguments.IsProxy(name) || PredefinedArguments.IsBuiltIn(name)
        || model.GlobalArguments.Concat(model.Instructions.Select(static instruction => instruction.Syntax).OfType<ArgInstruction>())
            .Any(argument => argument.Assignments.Any(assignment => assignment.Name == name));

    private static SourceLocation LocationOf(Located<string> arguments, string name)
    {
        var text = arguments.Location.Source.Substring(arguments.Location.Span);
        var start = text.IndexOf(name, StringComparison.Ordinal);
        return start < 0 ? arguments.Location : arguments.Location.Source.At(new TextSpan(arguments.Location.Span.Start + start, name.Length));
    }
}
