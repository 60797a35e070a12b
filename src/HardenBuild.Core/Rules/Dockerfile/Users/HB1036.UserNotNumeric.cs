using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Dockerfile.Users;

/// <summary>The user of the image is a name.</summary>
internal sealed class UserNotNumeric() : DockerfileRule("HB1036", RuleSeverity.Suggestion, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        if (model.TargetStage is { FinalState.User: { IsInherited: false, Value: { Length: > 0 } user } setting } target
            && target.OperatingSystem != ContainerOperatingSystem.Windows
            && !IsNumber(user)
            && !UserNames.IsSuperuser(user, target.OperatingSystem)
            && user is not ("ContainerUser" or "ContainerAdministrator"))
        {
            yield return ReportIn(target, setting.Location, model.Source.Substring(setting.Location.Span));
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(UserNotNumeric),
        Title = "User of the image is a name",
        MessageFormat = "'{0}' is a name, so Kubernetes cannot tell that it is not root and 'runAsNonRoot' refuses to start the container; write the number, such as 'USER $APP_UID' in .NET images",
        Rationale = "The kubelet reads the user from the image's configuration and does not look into the image's files. A name tells it nothing, so with 'runAsNonRoot: true' the container fails to start unless the pod sets 'runAsUser'.",
        WhenToIgnore = "When the image is never run by Kubernetes, or every pod sets 'runAsUser'.",
        CatalogueSlugs = ["user-not-numeric"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(250), RuleReference.OwaspDocker("D01")],
        Aliases = ["hadolint:DL3066"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY publish /app\nUSER [|app|]\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY publish /app\nUSER $APP_UID\n")],
        ComparedWith = "hadolint reports every USER of the file; here the last one of the stage that becomes the image counts. 'root' has a rule of its own, HB1034, and variables that the base image sets, "
            + "such as APP_UID, are known or left alone.",
    };

    private static bool IsNumber(string user)
    {
        var colon = user.IndexOf(':');
        var name = colon < 0 ? user : user.Substring(0, colon);
        return name.Length == 0 || name.All(static c => c is >= '0' and <= '9');
    }
}
