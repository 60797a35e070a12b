using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Shell;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Shell;

/// <summary>The value of a variable is split into words and globs.</summary>
internal sealed class ShellWordSplitting() : ShellScriptRule("HB1188", RuleSeverity.None, RuleSeverity.None)
{
    protected override IEnumerable<ShellDefect> Find(ShellScript script, StageCommand command, DockerfileModel model)
    {
        foreach (var node in script.Nodes)
        {
            if (node is not SimpleCommand simple || Invocation.From(simple) is not { } invocation || SplitPrograms.Includes(invocation))
                continue;
            foreach (var word in invocation.Words)
            {
                foreach (var part in word.Syntax!.Parts)
                {
                    if (part is ParameterExpansion expansion && IsSplit(expansion, script.Interpreter!))
                        yield return ShellDefect.At(part.Span, part.Text);
                }
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ShellWordSplitting),
        Title = "Value of a variable is split into words",
        MessageFormat = "The value of '{0}' is split at blanks and its '*' and '?' are replaced by file names; put double quotes around it",
        Rationale = "Without quotes a blank in the value makes two arguments of one, an empty value makes none, and a build argument that holds an option is read as one.",
        WhenToIgnore = "When the variable holds a list that is meant to be split.",
        CatalogueSlugs = ["shell-word-splitting", DefectSlug],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.Medium,
        References = [RuleReference.Cwe(88)],
        Aliases = ["hadolint:SC2086", "hadolint:SC*", "shellcheck:SC2086", "sonar:S6570"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nARG PROJECT\nRUN dotnet publish [|$PROJECT|] -o /app\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nARG PROJECT\nRUN dotnet publish \"$PROJECT\" -o /app\nUSER $APP_UID\n")],
        ComparedWith = "ShellCheck reports every unquoted variable. Package lists and variables that can only be numbers are accepted here.",
    };

    private static bool IsSplit(ParameterExpansion expansion, ShellInterpreter interpreter) =>
        !expansion.IsLength
        && expansion.Operator is not (":+" or "+")
        && expansion.Name is not ("" or "?" or "#" or "$" or "!" or "-" or "@" or "*" or "PPID" or "LINENO" or "APP_UID" or "TARGETARCH" or "TARGETOS")
        // Plain sh need not have these, and then they are variables like any other.
        && !(interpreter.Dialect == ShellDialect.Bash && expansion.Name is ("RANDOM" or "UID" or "EUID" or "SECONDS"));
}
