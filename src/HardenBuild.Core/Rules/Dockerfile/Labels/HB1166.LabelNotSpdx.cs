namespace HardenBuild.Rules.Dockerfile.Labels;

/// <summary>Label is not a license expression of SPDX.</summary>
internal sealed class LabelNotSpdx() : LabelValueRule("HB1166", LabelType.Spdx)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(LabelNotSpdx),
        Title = "Label is not a license expression of SPDX",
        MessageFormat = "'{0}' in label '{1}' is no license expression of SPDX; write an identifier such as Apache-2.0, or several with AND and OR",
        Rationale = "Tools that check licenses compare identifiers and do not understand prose.",
        WhenToIgnore = "When nothing reads the label.",
        CatalogueSlugs = ["label-not-spdx"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Options = [LabelSchema.Option],
        Aliases = ["hadolint:DL3054"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nLABEL org.opencontainers.image.licenses=[|\"Apache 2.0\"|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nLABEL org.opencontainers.image.licenses=\"Apache-2.0\"\nUSER $APP_UID\n")],
        ComparedWith = "hadolint needs its label-schema for this; 'hardenbuild.label_schema' is the same in .editorconfig. The labels of the OCI image specification are known without configuration. Values from build arguments are not judged.",
    };

    protected override bool IsValid(string value) => SpdxExpression.IsValid(value);
}
