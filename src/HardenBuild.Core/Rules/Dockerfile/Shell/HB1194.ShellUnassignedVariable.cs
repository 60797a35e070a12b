using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Shell;

namespace HardenBuild.Rules.Dockerfile.Shell;

/// <summary>A script uses a variable that nothing sets.</summary>
internal sealed class ShellUnassignedVariable() : ShellScriptRule("HB1194", RuleSeverity.None, RuleSeverity.None)
{
    protected override IEnumerable<ShellDefect> Find(ShellScript script, StageCommand command, DockerfileModel model)
    {
        HashSet<string>? assigned = null;
        foreach (var node in script.Nodes)
        {
            if (node is not ParameterExpansion { Operator: "" or "#" or "##" or "%" or "%%" or "/" or "//" } use || !IsOwnName(use.Name))
                continue;
            if (assigned is null && (assigned = AssignedNames.In(script)) is null)
                yield break;
            if (!assigned.Contains(use.Name) && command.Instruction.State.Variables.FindVariable(use.Name) is null)
                yield return ShellDefect.At(use.Span, use.Name);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ShellUnassignedVariable),
        Title = "Script uses a variable that nothing sets",
        MessageFormat = "Nothing in the script or the stage sets '{0}', so it is empty; correct the name, or declare it with ARG or ENV",
        Rationale = "A misspelt variable is empty without a word: a path loses its beginning, a version its number. Variables of one RUN are gone in the next.",
        WhenToIgnore = "When the base image sets the variable.",
        CatalogueSlugs = ["shell-unassigned-variable", DefectSlug],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.Medium,
        Aliases = ["hadolint:SC2154", "hadolint:SC*", "shellcheck:SC2154"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN version=1.2.3\nRUN dotnet publish -p:Version=\"[|$version|]\"\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nARG version=1.2.3\nRUN dotnet publish -p:Version=\"$version\"\nUSER $APP_UID\n")],
        ComparedWith = "As in ShellCheck, names in capitals are taken for variables of the environment, which the base image may set.",
    };

    private static bool IsOwnName(string name)
    {
        foreach (var c in name)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '_'))
                return false;
        }

        return name.Length > 1 && !char.IsDigit(name[0]) && !name.EndsWith("_proxy", StringComparison.Ordinal) && !name.StartsWith("npm_", StringComparison.Ordinal);
    }
}
