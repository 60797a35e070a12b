using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Dockerfile.Labels;

/// <summary>The image lacks labels that the project asks for.</summary>
internal sealed class LabelRequiredMissing() : DockerfileRule("HB1161", RuleSeverity.None, RuleSeverity.None)
{
    private const string RequiredOption = "required_labels";

    /// <summary>What <c>required_labels = oci</c> stands for.</summary>
    private static readonly string[] OciLabels =
    [
        "org.opencontainers.image.licenses", "org.opencontainers.image.revision", "org.opencontainers.image.source", "org.opencontainers.image.title", "org.opencontainers.image.version",
    ];

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        var required = Required(model);
        if (required.Count == 0 || model.TargetStage is not { } target)
            yield break;
        foreach (var label in DockerfileModel.Chain(target).SelectMany(static stage => stage.Instructions).SelectMany(instruction => ImageLabel.Of(model, instruction)))
        {
            // A key that is not known may be any of them.
            if (label.Key is not { } key)
                yield break;
            if (!label.Instruction.IsTrigger)
                required.Remove(key);
        }

        if (required.Count > 0)
            yield return ReportIn(target, target.Location, string.Join("', '", required));
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(LabelRequiredMissing),
        Title = "Image lacks a required label",
        MessageFormat = "The image lacks the label '{0}', which this project asks for; add a LABEL instruction to the final stage",
        Rationale = "Labels tell whoever finds a running container where its source is, who answers for it and under which license it stands. A registry cannot be searched by what is not there.",
        WhenToIgnore = "When the build adds the label with 'docker build --label'.",
        CatalogueSlugs = ["label-required-missing"],
        IsAboutAbsence = true,
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Options =
        [
            LabelSchema.Option,
            new RuleOption(RequiredOption, "", "Labels that the image must have, separated by commas; 'oci' stands for title, version, revision, source and licenses of the OCI image specification"),
        ],
        Aliases = ["hadolint:DL3049", "sonar:S7028"],
        Violations = [new("Dockerfile", "FROM [|mcr.microsoft.com/dotnet/aspnet:10.0|]\nUSER $APP_UID\n") { Beside = [new(".editorconfig", "[*]\nhardenbuild.required_labels = com.contoso.team\n")] }],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nLABEL com.contoso.team=seven\nUSER $APP_UID\n") { Beside = [new(".editorconfig", "[*]\nhardenbuild.required_labels = com.contoso.team\n")] }],
        ComparedWith = "hadolint asks every stage for the labels of its label-schema; here the final stage and its ancestors together must have them, and nothing is required without configuration.",
    };

    private List<string> Required(DockerfileModel model)
    {
        var required = new List<string>();
        foreach (var key in LabelSchema.Of(model, this).Keys.Concat(model.Options.List(this, RequiredOption).SelectMany(static key => key == "oci" ? OciLabels : [key])))
        {
            if (!required.Contains(key))
                required.Add(key);
        }

        return required;
    }
}
