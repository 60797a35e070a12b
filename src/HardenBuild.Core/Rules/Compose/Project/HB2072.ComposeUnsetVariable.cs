using HardenBuild.Model.Compose;
using HardenBuild.Model.Compose.Tree;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Text;

namespace HardenBuild.Rules.Compose.Project;

/// <summary>Variables that nothing in the repository sets.</summary>
internal sealed class ComposeUnsetVariable() : ComposeRule("HB2072", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    internal override RuleReach Reach => RuleReach.Repository;

    /// <summary>Set by operating systems, shells, Visual Studio and Compose itself.</summary>
    private static readonly HashSet<string> FromOutside = new(StringComparer.OrdinalIgnoreCase)
    {
        "APPDATA", "DOCKER_REGISTRY", "GID", "GROUP", "HOME", "HOSTNAME", "LOCALAPPDATA", "PATH", "PWD", "SHELL", "TARGET", "TEMP", "TMPDIR", "TZ", "UID", "USER", "USERNAME", "USERPROFILE",
    };

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeUnsetVariable),
        Title = "A variable has neither a value nor a default",
        MessageFormat = "Nothing in the repository sets '{0}', so it is blank unless the environment has it; write '${{{0}:-default}}', or '${{{0}:?message}}' to stop without it",
        Rationale = """
            Docker Compose replaces an unset variable by nothing and only prints a warning: an image loses its tag, a password is empty, a volume is mounted at the root.
            A default makes the file complete; with '?' the project does not start without the value.
            """,
        WhenToIgnore = "When a pipeline always sets the variable.",
        CatalogueSlugs = ["compose-unset-variable"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.Medium,
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:${[|TAG|]}\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:${TAG:-1.2}\n    user: ${RUN_AS:?who}\n")],
    };

    public override IEnumerable<Finding> Analyze(ComposeProject project)
    {
        // An environment file that is kept out of the repository may set anything.
        if (project.Repository?.IsIgnored(CleanPath.In(project.Scope.Folder, ".env")!) == true)
            return [];
        var findings = new List<(string Name, SourceLocation First, List<RelatedLocation> Others)>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var scalar in Scalars(project.Root))
        {
            foreach (var (name, start, isRequired) in ComposeInterpolation.References(scalar.Raw))
            {
                if (!isRequired || scalar.Scope.Variables.Knows(name) || FromOutside.Contains(name) || name.StartsWith("COMPOSE_", StringComparison.Ordinal))
                    continue;
                var location = scalar.Part(new TextSpan(start, name.Length)).Location;
                if (places.TryGetValue(name, out var place))
                {
                    findings[place].Others.Add(new RelatedLocation(location, "Used here, too"));
                }
                else
                {
                    places.Add(name, findings.Count);
                    findings.Add((name, location, []));
                }
            }
        }

        return findings.Select(finding => Report(finding.First, finding.Name) with { Related = [.. finding.Others] });
    }

    private static IEnumerable<ComposeScalar> Scalars(ComposeNode root)
    {
        var pending = new Stack<ComposeNode>();
        pending.Push(root);
        while (pending.Count > 0)
        {
            switch (pending.Pop())
            {
                case ComposeScalar { IsImplied: false } scalar when scalar.Raw.Contains('$'):
                    yield return scalar;
                    break;
                case ComposeSequence sequence:
                    for (var i = sequence.Items.Length - 1; i >= 0; i--)
                        pending.Push(sequence.Items[i]);
                    break;
                case ComposeMapping mapping:
                    for (var i = mapping.Members.Length - 1; i >= 0; i--)
                    {
                        // What a shell in the container is meant to replace stands there without the second dollar sign, too.
                        if (mapping.Members[i].Key.Value is not ("command" or "entrypoint" or "test" or "labels"))
                            pending.Push(mapping.Members[i].Value);
                    }

                    break;
            }
        }
    }
}
