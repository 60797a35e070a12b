namespace HardenBuild.Rules.Dockerfile.Labels;

/// <summary>Label is not the hash of a commit.</summary>
internal sealed class LabelNotGitHash() : LabelValueRule("HB1167", LabelType.Hash)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(LabelNotGitHash),
        Title = "Label is not the hash of a commit",
        MessageFormat = "'{0}' in label '{1}' is no hash of a Git commit; write 7 to 40 or 64 hexadecimal digits in lower case",
        Rationale = "The label tells which source an image was built from. A branch or a tag has moved on by the time somebody asks.",
        WhenToIgnore = "When nothing reads the label.",
        CatalogueSlugs = ["label-not-git-hash"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Options = [LabelSchema.Option],
        Aliases = ["hadolint:DL3055"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nLABEL org.opencontainers.image.revision=[|\"main\"|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nLABEL org.opencontainers.image.revision=\"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b\"\nUSER $APP_UID\n")],
        ComparedWith = "hadolint needs its label-schema for this; 'hardenbuild.label_schema' is the same in .editorconfig. The labels of the OCI image specification are known without configuration. Values from build arguments are not judged.",
    };

    protected override bool IsValid(string value) => LabelFormats.IsGitHash(value);
}
