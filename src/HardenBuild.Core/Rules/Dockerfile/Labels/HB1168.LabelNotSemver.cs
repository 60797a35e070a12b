namespace HardenBuild.Rules.Dockerfile.Labels;

/// <summary>Label is not a semantic version.</summary>
internal sealed class LabelNotSemver() : LabelValueRule("HB1168", LabelType.Semver)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(LabelNotSemver),
        Title = "Label is not a semantic version",
        MessageFormat = "'{0}' in label '{1}' is no version of Semantic Versioning 2; write three numbers, such as 1.2.0",
        Rationale = "Tools that compare versions need all three numbers and a suffix they can sort.",
        WhenToIgnore = "When nothing reads the label.",
        CatalogueSlugs = ["label-not-semver"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Options = [LabelSchema.Option],
        Aliases = ["hadolint:DL3056"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nLABEL com.contoso.version=[|\"1.2\"|]\nUSER $APP_UID\n") { Beside = [new(".editorconfig", "[*]\nhardenbuild.label_schema = com.contoso.version:semver\n")] }],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nLABEL com.contoso.version=\"1.2.0\"\nUSER $APP_UID\n") { Beside = [new(".editorconfig", "[*]\nhardenbuild.label_schema = com.contoso.version:semver\n")] }],
        ComparedWith = "hadolint needs its label-schema for this; 'hardenbuild.label_schema' is the same in .editorconfig. Values from build arguments are not judged.",
    };

    protected override bool IsValid(string value) => LabelFormats.IsSemanticVersion(value);
}
