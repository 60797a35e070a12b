namespace HardenBuild.Rules.Dockerfile.Labels;

/// <summary>Label is not a URL.</summary>
internal sealed class LabelNotUrl() : LabelValueRule("HB1164", LabelType.Url)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(LabelNotUrl),
        Title = "Label is not a URL",
        MessageFormat = "'{0}' in label '{1}' is no absolute URL; write one with its scheme, such as https://example.com",
        Rationale = "Registries and dashboards turn these labels into links. Text without a scheme leads nowhere.",
        WhenToIgnore = "When nothing reads the label.",
        CatalogueSlugs = ["label-not-url"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Options = [LabelSchema.Option],
        Aliases = ["hadolint:DL3052"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nLABEL org.opencontainers.image.source=[|\"github.com/contoso/app\"|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nLABEL org.opencontainers.image.source=\"https://github.com/contoso/app\"\nUSER $APP_UID\n")],
        ComparedWith = "hadolint needs its label-schema for this; 'hardenbuild.label_schema' is the same in .editorconfig. The labels of the OCI image specification are known without configuration. Values from build arguments are not judged.",
    };

    protected override bool IsValid(string value) => LabelFormats.IsUrl(value);
}
