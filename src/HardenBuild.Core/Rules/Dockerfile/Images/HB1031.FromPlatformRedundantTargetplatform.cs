using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Dockerfile.Images;

/// <summary>FROM asks for the platform that it has anyway.</summary>
internal sealed class FromPlatformRedundantTargetplatform() : DockerfileRule("HB1031", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var stage in model.Stages)
        {
            if (stage.From?.FindFlag("platform") is { Value.Value: "$TARGETPLATFORM" or "${TARGETPLATFORM}" } flag)
                yield return ReportIn(stage, model.Source.At(flag.Span), model.Source.Substring(flag.Span));
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(FromPlatformRedundantTargetplatform),
        Title = "FROM asks for the platform that it has anyway",
        MessageFormat = "'{0}' says what the builder does without it, and hides the stages whose platform is special; remove it",
        Rationale = "Every stage is built for the target platform unless its FROM says otherwise. Only '--platform=$BUILDPLATFORM' and fixed platforms change something.",
        WhenToIgnore = "When the file is also built by something that does not know the target platform.",
        CatalogueSlugs = ["from-platform-redundant-targetplatform"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["hadolint:DL3065", "buildkit:RedundantTargetPlatform"],
        Violations = [new("Dockerfile", "FROM [|--platform=$TARGETPLATFORM|] mcr.microsoft.com/dotnet/aspnet:10.0\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nUSER $APP_UID\n")],
    };
}
