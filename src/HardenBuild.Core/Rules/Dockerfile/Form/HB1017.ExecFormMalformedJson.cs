using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Form;

/// <summary>An array in exec form is not JSON, so the builder takes it as text.</summary>
internal sealed class ExecFormMalformedJson() : DockerfileRule("HB1017", RuleSeverity.Error, RuleSeverity.Error)
{
    private const int QuotedLength = 60;

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var instruction in model.Instructions)
        {
            if (ErrorOf(instruction.Syntax) is not var (text, error))
                continue;
            var canBeTest = instruction.Syntax.Kind is InstructionKind.Run or InstructionKind.Healthcheck;
            if (!ExecFormText.IsMeantAsArray(text, canBeTest))
                continue;
            var shown = text.Length <= QuotedLength ? text.Text : text.Slice(0, QuotedLength).Text + "...";
            yield return ReportIn(instruction.Stage, model.Source.At(error.Span), shown, EffectOn(instruction.Syntax));
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ExecFormMalformedJson),
        Title = "Exec form is not valid JSON",
        MessageFormat = "'{0}' is not a JSON array of strings, so {1}; put each word in double quotes with a comma between them, and double every backslash",
        Rationale = "The builder does not refuse an array that it cannot read. It silently takes the brackets and quotes as plain text, "
            + "and the mistake only shows when the container starts, or when the copied file is missing.",
        WhenToIgnore = "There is no reason to keep it.",
        CatalogueSlugs = ["exec-form-malformed-json"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(670)],
        Aliases =
        [
            "sonar:S7030", "hadolint:DL3025", "buildkit:JSONArgsRecommended", "kics:not_using_json_in_cmd_and_entrypoint_arguments",
            "kics:not_using_proper_exec_form_in_cmd_and_entrypoint_arguments",
        ],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nUSER $APP_UID\nENTRYPOINT [[|'|]dotnet', 'App.dll']\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nUSER $APP_UID\nENTRYPOINT [\"dotnet\", \"App.dll\"]\n")],
    };

    private static (LogicalText Text, SyntaxError Error)? ErrorOf(DockerfileInstruction instruction) => instruction switch
    {
        CommandInstruction { Command: { MalformedJson: { } error } command } => (command.Text, error),
        HealthcheckInstruction { Command: { MalformedJson: { } error } command } => (command.Text, error),
        FileTransferInstruction { MalformedJson: { } error } => (instruction.Arguments, error),
        VolumeInstruction { MalformedJson: { } error } => (instruction.Arguments, error),
        _ => null,
    };

    private static string EffectOn(DockerfileInstruction instruction) => instruction switch
    {
        FileTransferInstruction => "the brackets and quotes become part of the paths",
        VolumeInstruction => "the brackets and quotes become part of the mount point",
        _ => "the shell runs it as text, brackets and all, and finds no such command",
    };
}
