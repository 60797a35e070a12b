using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Users;

/// <summary>No USER stands in the chain of the final stage, and its base image runs as root.</summary>
internal sealed class FinalStageUserMissing() : DockerfileRule("HB1035", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        if (model.TargetStage is { FinalState.User: null or { IsInherited: true } } target
            && RunsAsRoot(target)
            && !LanguageImage.IsOne(model, target)
            && !DevelopmentImage.IsDevelopmentFile(model)
            && !PrivilegeDrop.IsPrepared(model, target))
        {
            yield return ReportIn(target, target.Location, model.Source.Substring(target.Location.Span));
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(FinalStageUserMissing),
        Title = "Image sets no user and runs as root",
        MessageFormat = "The stage on '{0}' has no USER, so the container runs as root; add a USER without privileges before the end of the file",
        Rationale = "Most base images leave the user at root. Root in a container is root on the host as soon as anything breaks the isolation: a kernel bug, a mounted socket, "
            + "a writable host folder.",
        WhenToIgnore = "When the image is only a base or a tool for builds, when its base image sets a user that this rule does not know, "
            + "or when the entry point gives up root by itself.",
        CatalogueSlugs = ["final-stage-user-missing"],
        IsAboutAbsence = true,
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("4.1"), RuleReference.Cwe(250), RuleReference.OwaspDocker("D01")],
        Aliases = ["trivy:DS-0002", "checkov:CKV_DOCKER_3", "kics:missing_user_instruction", "semgrep:missing-user", "semgrep:missing-user-entrypoint"],
        Related = ["sonar:S6471"],
        Violations = [new("Dockerfile", "FROM [|mcr.microsoft.com/dotnet/sdk:10.0|]\nCOPY publish /app\nENTRYPOINT [\"dotnet\", \"/app/Shop.dll\"]\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nCOPY publish /app\nUSER $APP_UID\nENTRYPOINT [\"dotnet\", \"/app/Shop.dll\"]\n")],
        ComparedWith = "checkov, KICS and semgrep report every image without USER. Here images that already run as another user (chiseled and distroless .NET images, "
            + "'nonroot' tags, Chainguard, Bitnami and others), Windows images, 'scratch' without a command, entry points that use 'gosu' (also those of the official database images), files named as those of developers ('Dockerfile.dev') and images that start a bare interpreter to be built upon are accepted. "
            + ".NET runtime images have a rule of their own, HB7011.",
    };

    private static bool RunsAsRoot(DockerfileStage target)
    {
        if (target.OperatingSystem == ContainerOperatingSystem.Windows)
            return false;
        var root = DockerfileModel.RootBase(target);
        return root.Kind switch
        {
            StageBaseKind.Scratch => HasCommand(target),
            StageBaseKind.Image or StageBaseKind.Unknown => root is { Image: { } image, Candidates.IsEmpty: true } && RunsAsRoot(root, image),
            _ => false,
        };
    }

    /// <summary>An image that the table does not know most likely leaves the user at root.</summary>
    private static bool RunsAsRoot(StageBase root, ImageReference image)
    {
        if (image.CanonicalRepository.Contains(ExpandedWord.Placeholder[0]))
            return false;
        if (root.Known is not { } known)
            return image.IsTagKnown || image.Digest is not null || image.Tag is not null;
        return known is { IsNonRoot: false, User: not null } && known.DotNet is not { IsRuntime: true, HasApplicationUser: true };
    }

    /// <summary>Without one the empty image only carries files.</summary>
    private static bool HasCommand(DockerfileStage target) =>
        DockerfileModel.Chain(target).Any(stage => stage.Instructions.Any(
            instruction => instruction is { IsTrigger: false, Syntax.Kind: InstructionKind.Cmd or InstructionKind.Entrypoint }));
}
