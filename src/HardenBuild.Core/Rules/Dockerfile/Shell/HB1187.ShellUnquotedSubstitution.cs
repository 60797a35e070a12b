using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Shell;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Shell;

/// <summary>The output of a command is split into words and globs.</summary>
internal sealed class ShellUnquotedSubstitution() : ShellScriptRule("HB1187", RuleSeverity.None, RuleSeverity.None)
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
                    if (part is CommandSubstitution substitution && !PlainOutput.Of(substitution))
                        yield return ShellDefect.At(part.Span, part.Text);
                }
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ShellUnquotedSubstitution),
        Title = "Output of a command is split into words",
        MessageFormat = "The output of '{0}' is split at blanks and its '*' and '?' are replaced by file names; put double quotes around it",
        Rationale = "Without quotes a blank in the output makes two arguments of one, and a wildcard in it is replaced by whatever files happen to be there.",
        WhenToIgnore = "When the output is a list that is meant to be split.",
        CatalogueSlugs = ["shell-unquoted-substitution", DefectSlug],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.Medium,
        References = [RuleReference.Cwe(88)],
        Aliases = ["hadolint:SC2046", "hadolint:SC*", "shellcheck:SC2046", "sonar:S6570"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN dotnet restore [|$(find . -name '*.sln')|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN dotnet restore \"$(find . -name '*.sln')\"\nUSER $APP_UID\n")],
        ComparedWith = "ShellCheck reports every unquoted substitution. Package lists, and commands that print one word, such as 'nproc', 'uname' and 'id -u', are accepted here.",
    };
}
