using HardenBuild.Model.Compose;
using HardenBuild.Model.Compose.Loading;
using HardenBuild.Text;

namespace HardenBuild.Rules.Compose.Project;

/// <summary>Files and build contexts that are fetched from elsewhere without saying which version.</summary>
internal sealed class ComposeRemoteIncludeUnpinned() : ComposeRule("HB2108", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeRemoteIncludeUnpinned),
        Title = "A project takes files from elsewhere that may change at any time",
        MessageFormat = "'{0}' is fetched when the project starts and {1}; {2}",
        Rationale = """
            A Compose file or build context from another repository decides what runs with which rights. A branch or a tag can be moved by whoever controls that repository,
            and without encryption by everybody on the way. A commit hash or a digest names one content.
            """,
        WhenToIgnore = "When the other repository is your own and changes through the same reviews.",
        CatalogueSlugs = ["compose-remote-include-unpinned"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(494), RuleReference.OwaspDocker("D08")],
        Violations = [new("compose.yaml", "include:\n  - [|https://github.com/example/stack.git|]\nservices:\n  web:\n    build: [|http://example.com/web.git#main|]\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    build: https://github.com/example/web.git#8f14e45fceea167a5a36dedd4bea2543a1b2c3d4:src\n")],
    };

    public override IEnumerable<Finding> Analyze(ComposeProject project)
    {
        foreach (var problem in project.Problems)
        {
            if (problem.Kind == ComposeProblemKind.Remote && Judge(problem.Location, problem.Name) is { } finding)
                yield return finding;
        }

        foreach (var service in project.Services)
        {
            if (service.Syntax.Mapping("build")?["context"]?.Text is { } context && ComposePath.IsRemote(context.Value) && Judge(context.Location, context.Value) is { } finding)
                yield return finding with { LogicalPath = service.LogicalPath };
        }
    }

    private Finding? Judge(SourceLocation location, string reference)
    {
        if (reference.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || reference.StartsWith("git://", StringComparison.OrdinalIgnoreCase))
            return Report(location, reference, "travels unencrypted", "use 'https://'");
        if (RemoteReference.IsPinned(reference))
            return null;
        var version = RemoteReference.Version(reference);
        return Report(location, reference, version is null ? "names no version" : $"'{version}' can be moved to other content", "name a commit hash or a digest") with
        {
            AtMost = version is null || version is "main" or "master" or "latest" ? RuleSeverity.Error : RuleSeverity.Suggestion,
        };
    }
}
