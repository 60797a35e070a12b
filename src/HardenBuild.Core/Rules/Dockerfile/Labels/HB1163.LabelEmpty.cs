using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Dockerfile.Labels;

/// <summary>A label without a value.</summary>
internal sealed class LabelEmpty() : DockerfileRule("HB1163", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        LabelSchema? schema = null;
        foreach (var label in ImageLabel.In(model))
        {
            if (label is { Key: { } key, Value.Length: 0 } && (schema ??= LabelSchema.Of(model, this)).TypeOf(key) is not null)
                yield return ReportIn(label.Instruction.Stage, model.Source.At(label.Syntax.Span), key);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(LabelEmpty),
        Title = "Label of the schema is empty",
        MessageFormat = "Label '{0}' has no value, so whoever looks it up learns nothing; give it one or remove it",
        Rationale = "An empty label counts as present to tools that only ask whether it is there.",
        WhenToIgnore = "When an empty value is meant to remove the label of the base image.",
        CatalogueSlugs = ["label-empty"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Options = [LabelSchema.Option],
        Aliases = ["hadolint:DL3051"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nLABEL [|org.opencontainers.image.source=\"\"|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nLABEL org.opencontainers.image.source=\"https://github.com/contoso/app\"\nUSER $APP_UID\n")],
        ComparedWith = "hadolint needs its label-schema for this. The labels of the OCI image specification are known here without configuration, and values from build arguments are not judged.",
    };
}
