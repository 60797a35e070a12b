using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Commands;

/// <summary>wget fills the build's output with its progress.</summary>
internal sealed class WgetWithoutProgressLimit() : DockerfileRule("HB1138", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var command in model.Commands)
        {
            if (command.Instruction.Syntax.Kind != InstructionKind.Run)
                continue;
            foreach (var wget in command.Invocations)
            {
                if (wget.Is("wget") && !IsLimited(wget))
                    yield return ReportIn(command.Instruction.Stage, model.Source.At(wget.NameWord.Span));
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(WgetWithoutProgressLimit),
        Title = "wget writes a line for every 50 KB",
        MessageFormat = "'wget' without a terminal writes its progress line by line and buries the rest of the build's output; add '-nv', or '--progress=dot:giga'",
        Rationale = "Logs of continuous integration are limited in size; what wget writes pushes out what matters.",
        WhenToIgnore = "When the output of wget is wanted.",
        CatalogueSlugs = ["wget-without-progress-limit"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["hadolint:DL3047"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN [|wget|] https://example.com/a\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN wget -nv https://example.com/a\nUSER $APP_UID\n")],
        ComparedWith = "Calls that only ask ('--spider', '--version', '--help') are left alone.",
    };

    private static bool IsLimited(Invocation wget) => wget.FindOption(
        "--progress", "-q", "--quiet", "-nv", "--no-verbose", "-o", "--output-file", "-a", "--append-output", "-b", "--background",
        "--spider", "--version", "-V", "--help", "-h") is not null;
}
