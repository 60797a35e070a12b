using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Dockerfile.Users;

/// <summary>The last USER of the final stage is root.</summary>
internal sealed class FinalStageRootUser() : DockerfileRule("HB1034", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        if (model.TargetStage is { FinalState.User: { IsInherited: false, Value: { } user } setting } target
            && UserNames.IsSuperuser(user, target.OperatingSystem)
            && !DevelopmentImage.IsDevContainer(model)
            && !PrivilegeDrop.IsPrepared(model, target))
        {
            yield return ReportIn(target, setting.Location, model.Source.Substring(setting.Location.Span));
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(FinalStageRootUser),
        Title = "Container runs as root",
        MessageFormat = "'{0}' is the last USER, so the container runs as root; end with a user without privileges, such as 'USER $APP_UID' in .NET images",
        Rationale = "Root in a container is root on the host as soon as anything breaks the isolation: a kernel bug, a mounted socket, a writable host folder. "
            + "Use root for the steps that need it and change back before the end of the file.",
        WhenToIgnore = "When the program must be root, as agents that manage the host are, and the deployment takes its privileges away by other means.",
        CatalogueSlugs = ["final-stage-root-user"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.CisDocker("4.1"), RuleReference.DevSec("docker-4.1"), RuleReference.Cwe(250), RuleReference.OwaspDocker("D01"),
        ],
        Aliases =
        [
            "hadolint:DL3002", "trivy:DS-0002", "checkov:CKV_DOCKER_8", "kics:last_user_is_root", "semgrep:last-user-is-root", "dockle:CIS-DI-0001",
        ],
        Related = ["sonar:S6471", "docker-scout:default-non-root-user"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nUSER [|root|]\nCOPY app /app\nENTRYPOINT [\"dotnet\", \"/app/Web.dll\"]\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nUSER root\nCOPY app /app\nUSER $APP_UID\nENTRYPOINT [\"dotnet\", \"/app/Web.dll\"]\n")],
        ComparedWith = "Other tools look at the last USER of the file or of each stage; here the stage that becomes the image counts, with the user it inherits "
            + "from the stages it builds upon. Images that bring along 'gosu', 'su-exec' or 'setpriv' start as root on purpose and are accepted.",
    };
}
