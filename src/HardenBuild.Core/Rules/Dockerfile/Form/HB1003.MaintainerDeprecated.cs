using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Form;

/// <summary>MAINTAINER names the author.</summary>
internal sealed class MaintainerDeprecated() : DockerfileRule("HB1003", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var instruction in model.Instructions)
        {
            // Below ONBUILD the builder refuses it, which is another finding.
            if (instruction is { IsTrigger: false, Syntax.Kind: InstructionKind.Maintainer })
            {
                var keyword = instruction.Syntax.KeywordSpan;
                yield return ReportIn(instruction.Stage, model.Source.At(keyword), model.Source.Substring(keyword), instruction.Syntax.Arguments.Text);
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(MaintainerDeprecated),
        Title = "MAINTAINER is deprecated",
        MessageFormat = "'{0}' is deprecated and its value is hard to read from an image; write 'LABEL org.opencontainers.image.authors=\"{1}\"'",
        Rationale = "MAINTAINER sets a field that holds one text and that few tools read. Labels of the OCI image specification say the same, and registries, scanners and 'docker inspect' show them.",
        WhenToIgnore = "When the file must be built by a builder so old that it knows no labels.",
        CatalogueSlugs = ["maintainer-deprecated"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases =
        [
            "hadolint:DL4000", "trivy:DS-0022", "checkov:CKV_DOCKER_6", "kics:maintainer_instruction_being_used", "buildkit:MaintainerDeprecated",
            "semgrep:maintainer-is-deprecated", "sonar:S6586",
        ],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\n[|MAINTAINER|] web@example.com\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nLABEL org.opencontainers.image.authors=\"web@example.com\"\nUSER $APP_UID\n")],
    };
}
