using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Copying;

/// <summary>Several files are copied to a path that is not written as a folder.</summary>
internal sealed class CopyMultipleSourcesNoSlash() : DockerfileRule("HB1090", RuleSeverity.Error, RuleSeverity.Error)
{
    private static readonly char[] Wildcards = ['*', '?', '['];

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var instruction in model.Instructions)
        {
            if (instruction.Syntax is not FileTransferInstruction transfer || transfer.FindFlag("parents") is not null || IsHistory(transfer))
                continue;
            var isSeveral = transfer.Sources.Length > 1;
            if ((isSeveral || HasWildcard(transfer)) && NamesFile(model, transfer.Destination, instruction.State))
            {
                yield return ReportIn(instruction.Stage, model.Source.At(transfer.Destination.Span), transfer.Destination.Value) with
                {
                    // A pattern may match one file only, and then the name is the file's new one.
                    AtMost = isSeveral ? RuleSeverity.Error : RuleSeverity.Suggestion,
                };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(CopyMultipleSourcesNoSlash),
        Title = "Several files are copied to a path without a slash at its end",
        MessageFormat = "'{0}' takes several files but does not end in a slash, so it is not a folder and the build fails or one file replaces the other; write '{0}/'",
        Rationale = "The builder takes a destination as a folder only if it ends in a slash. With several sources it refuses anything else, and with a pattern the build breaks on the day a second file matches.",
        WhenToIgnore = "When a pattern matches exactly one file on purpose, to rename it.",
        CatalogueSlugs = ["copy-multiple-sources-no-slash"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases =
        [
            "hadolint:DL3021", "trivy:DS-0011", "kics:copy_with_more_than_two_arguments_not_ending_with_slash", "kics:copy_2_Args", "kics:copy_two_args",
        ],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nCOPY Web.csproj nuget.config [|/src|]\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nCOPY Web.csproj nuget.config /src/\n")],
        ComparedWith = "ADD, the JSON form and single patterns are read too; '.' and '..' are folders, and a destination that ends in an unknown variable is left alone.",
    };

    private static bool NamesFile(DockerfileModel model, DockerfileWord destination, StageState state)
    {
        if (model.Expand(destination, state).Partial is not { Length: > 0 } path)
            return false;
        var text = path.Text;
        return text[text.Length - 1] is not ('/' or '\\')
            && text[text.Length - 1] != ExpandedWord.Placeholder[0]
            && destination.Text[destination.Text.Length - 1] != '\\'
            && text.Substring(text.LastIndexOfAny(['/', '\\']) + 1) is not ("." or "..");
    }

    private static bool HasWildcard(FileTransferInstruction transfer) =>
        transfer.Heredocs.IsEmpty && transfer.Sources.Any(static source => source.Value.IndexOfAny(Wildcards) >= 0);

    /// <summary><c>file:hash in /path</c> is how the history of an image shows a COPY.</summary>
    private static bool IsHistory(FileTransferInstruction transfer) =>
        transfer.Sources.Length == 2 && transfer.Sources[1].Value == "in" && transfer.Sources[0].Value.IndexOf(':') > 0;
}
