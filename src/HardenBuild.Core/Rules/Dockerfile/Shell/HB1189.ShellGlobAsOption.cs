using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Shell;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Shell;

/// <summary>A file name found by a wildcard may begin with a dash and be read as an option.</summary>
internal sealed class ShellGlobAsOption() : ShellScriptRule("HB1189", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override IEnumerable<ShellDefect> Find(ShellScript script, StageCommand command, DockerfileModel model)
    {
        foreach (var node in script.Nodes)
        {
            if (node is not SimpleCommand simple || Invocation.From(simple) is not { } invocation || !TakesFiles(invocation.Name))
                continue;
            foreach (var word in invocation.Words)
            {
                if (word.Value == "--")
                    break;
                if (word.Syntax!.Parts is [LiteralPart { Quoting: Quoting.None, Text: ['*' or '?', ..] } glob, ..])
                    yield return ShellDefect.At(ShellSpans.Within(glob, 0, 1), word.Syntax.Text, invocation.Name!);
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ShellGlobAsOption),
        Title = "File name found by a wildcard may be read as an option",
        MessageFormat = "A file whose name begins with '-' becomes an option of '{1}'; write './{0}', or '--' before it",
        Rationale = "The shell puts the names in the place of the wildcard before the program starts, and the program cannot tell a file named '-rf' from an option. "
            + "Whoever can put a file into the folder can change what the command does.",
        WhenToIgnore = "When the folder holds only files of your own.",
        CatalogueSlugs = ["shell-glob-as-option", DefectSlug],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.Medium,
        References = [RuleReference.Cwe(88)],
        Aliases = ["hadolint:SC2035", "hadolint:SC*", "shellcheck:SC2035", "sonar:S6573"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nWORKDIR /out\nRUN chmod 644 [|*|].dll\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nWORKDIR /out\nRUN chmod 644 ./*.dll\nUSER $APP_UID\n")],
        ComparedWith = "Only programs that work on files are looked at: package managers and 'echo' do no harm with such a name.",
    };

    private static bool TakesFiles(string? program) => program is
        "rm" or "mv" or "cp" or "chmod" or "chown" or "chgrp" or "ls" or "cat" or "tar" or "zip" or "gzip" or "gunzip" or "xz" or "bzip2" or "install" or "rsync" or "scp" or "touch" or "ln"
            or "grep" or "sed" or "sha256sum" or "md5sum" or "strip" or "dos2unix";
}
