using HardenBuild.Model.Docker;
using HardenBuild.Rules.Dockerfile.Users;

namespace HardenBuild.Rules.DotNet.Users;

/// <summary>A .NET runtime image runs as root although it comes with a user for the application.</summary>
/// <remarks>HB1035 is silent for these images.</remarks>
internal sealed class DotnetNonRootUserNotUsed() : DockerfileRule("HB7011", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        if (model.TargetStage is { FinalState.User: null or { IsInherited: true } } target
            && DockerfileModel.RootBase(target).Known is { IsNonRoot: false, User: not null, DotNet: { IsRuntime: true, HasApplicationUser: true } }
            && !DevelopmentImage.IsDevelopmentFile(model)
            && !PrivilegeDrop.IsPrepared(model, target))
        {
            yield return ReportIn(target, target.Location, model.Source.Substring(target.Location.Span));
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetNonRootUserNotUsed),
        Title = "The non-root user of the .NET image is not used",
        MessageFormat = "The stage on '{0}' runs as root although the image has the user 'app'; add 'USER $APP_UID' before ENTRYPOINT",
        Rationale = "Since .NET 8 the Linux images define the user 'app' and the variable APP_UID, and ASP.NET Core listens on port 8080, which needs no privileges. "
            + "Only the chiseled and distroless images use the user by themselves. Kubernetes accepts the number behind APP_UID for 'runAsNonRoot'.",
        WhenToIgnore = "When the application must be root, for instance to listen on a port below 1024 in an old runtime or to write to volumes owned by root.",
        CatalogueSlugs = ["dotnet-non-root-user-not-used"],
        IsAboutAbsence = true,
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("4.1"), RuleReference.Cwe(250), RuleReference.OwaspDocker("D01")],
        Aliases = ["trivy:DS-0002", "checkov:CKV_DOCKER_3", "kics:missing_user_instruction", "semgrep:missing-user", "semgrep:missing-user-entrypoint"],
        Violations =
        [
            new("Dockerfile", "FROM [|mcr.microsoft.com/dotnet/aspnet:10.0|]\nCOPY publish /app\nENTRYPOINT [\"dotnet\", \"/app/Web.dll\"]\n"),
        ],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY publish /app\nUSER $APP_UID\nENTRYPOINT [\"dotnet\", \"/app/Web.dll\"]\n")],
        ComparedWith = "checkov and KICS give the general advice to add a USER; this rule knows the user that the image already has. "
            + "A USER in the stage that the final stage builds upon, as Visual Studio writes it, counts.",
    };
}
