namespace HardenBuild.Rules.Dockerfile.Labels;

/// <summary>Label is not a date and time of RFC 3339.</summary>
internal sealed class LabelNotRfc3339() : LabelValueRule("HB1165", LabelType.Rfc3339)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(LabelNotRfc3339),
        Title = "Label is not a date and time of RFC 3339",
        MessageFormat = "'{0}' in label '{1}' is no date and time of RFC 3339; write it as in 2026-11-23T10:00:00Z",
        Rationale = "Tools that sort or expire images by their label cannot read other spellings, or read day and month the wrong way round.",
        WhenToIgnore = "When nothing reads the label.",
        CatalogueSlugs = ["label-not-rfc3339"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Options = [LabelSchema.Option],
        Aliases = ["hadolint:DL3053"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nLABEL org.opencontainers.image.created=[|\"23.11.2026\"|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nLABEL org.opencontainers.image.created=\"2026-11-23T10:00:00Z\"\nUSER $APP_UID\n")],
        ComparedWith = "hadolint needs its label-schema for this; 'hardenbuild.label_schema' is the same in .editorconfig. The labels of the OCI image specification are known without configuration. Values from build arguments are not judged.",
    };

    protected override bool IsValid(string value) => LabelFormats.IsDateTime(value);
}
