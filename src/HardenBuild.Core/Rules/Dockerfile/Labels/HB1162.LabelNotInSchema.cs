using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Dockerfile.Labels;

/// <summary>A label that the project's schema does not know.</summary>
internal sealed class LabelNotInSchema() : DockerfileRule("HB1162", RuleSeverity.None, RuleSeverity.None)
{
    private const string StrictOption = "strict_labels";

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        if (!string.Equals(model.Options.Find(this, StrictOption)?.Trim(), "true", StringComparison.OrdinalIgnoreCase))
            yield break;
        var schema = LabelSchema.Of(model, this);
        var required = model.Options.List(this, "required_labels");
        foreach (var label in ImageLabel.In(model))
        {
            if (label.Key is { } key && !schema.Contains(key) && !required.Contains(key))
                yield return ReportIn(label.Instruction.Stage, model.Source.At(label.Syntax.Key.Span), key);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(LabelNotInSchema),
        Title = "Label is not in the project's schema",
        MessageFormat = "Label '{0}' is not in the schema of this project, so nothing reads it; correct its key, or add it to 'hardenbuild.label_schema'",
        Rationale = "A misspelt key is a label that nobody finds. A closed list of keys catches it.",
        WhenToIgnore = "When the label is for a tool of others and only this image needs it.",
        CatalogueSlugs = ["label-not-in-schema"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Options =
        [
            new RuleOption(StrictOption, "false", "Whether labels outside of the schema are reported, as hadolint's strict-labels does"),
            LabelSchema.Option,
            new RuleOption("required_labels", "", "Further labels that are in the schema, separated by commas"),
        ],
        Aliases = ["hadolint:DL3050"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nLABEL [|com.contoso.taem|]=seven\nUSER $APP_UID\n") { Beside = [new(".editorconfig", "[*]\nhardenbuild.strict_labels = true\nhardenbuild.label_schema = com.contoso.team:text\n")] }],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nLABEL com.contoso.team=seven\nUSER $APP_UID\n") { Beside = [new(".editorconfig", "[*]\nhardenbuild.strict_labels = true\nhardenbuild.label_schema = com.contoso.team:text\n")] }],
        ComparedWith = "As in hadolint it needs the schema and the strict mode to be configured.",
    };
}
