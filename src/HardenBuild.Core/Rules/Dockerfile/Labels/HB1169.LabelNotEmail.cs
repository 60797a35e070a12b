namespace HardenBuild.Rules.Dockerfile.Labels;

/// <summary>Label is not an e-mail address.</summary>
internal sealed class LabelNotEmail() : LabelValueRule("HB1169", LabelType.Email)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(LabelNotEmail),
        Title = "Label is not an e-mail address",
        MessageFormat = "'{0}' in label '{1}' is no e-mail address; write it as in team@example.com",
        Rationale = "Whoever finds a problem with the image writes to this address, or a tool does.",
        WhenToIgnore = "When nothing reads the label.",
        CatalogueSlugs = ["label-not-email"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Options = [LabelSchema.Option],
        Aliases = ["hadolint:DL3058"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nLABEL com.contoso.contact=[|\"Team Seven\"|]\nUSER $APP_UID\n") { Beside = [new(".editorconfig", "[*]\nhardenbuild.label_schema = com.contoso.contact:email\n")] }],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nLABEL com.contoso.contact=\"seven@contoso.com\"\nUSER $APP_UID\n") { Beside = [new(".editorconfig", "[*]\nhardenbuild.label_schema = com.contoso.contact:email\n")] }],
        ComparedWith = "hadolint needs its label-schema for this; 'hardenbuild.label_schema' is the same in .editorconfig. Values from build arguments are not judged.",
    };

    protected override bool IsValid(string value) => LabelFormats.IsMailAddress(value);
}
