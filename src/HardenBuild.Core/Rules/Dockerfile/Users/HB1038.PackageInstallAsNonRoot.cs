using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Packages;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Users;

/// <summary>A step that needs root runs as another user.</summary>
internal sealed class PackageInstallAsNonRoot() : DockerfileRule("HB1038", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var command in model.Commands)
        {
            var instruction = command.Instruction;
            if (instruction.Syntax.Kind != InstructionKind.Run || UserOf(instruction) is not { Value: { Length: > 0 } user } setting
                || UserNames.IsSuperuser(user, instruction.Stage.OperatingSystem) || command.Invocations.Any(ChangesUser))
            {
                continue;
            }

            if (command.Invocations.FirstOrDefault(NeedsRoot) is { } first)
            {
                yield return ReportIn(instruction.Stage, model.Source.At(first.NameWord.Span), first.Name!, user) with
                {
                    Related = [new RelatedLocation(setting.Location, "The user is set here")],
                };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(PackageInstallAsNonRoot),
        Title = "Packages or users are added by a user who may not",
        MessageFormat = "'{0}' needs root but runs as '{1}', so the build fails; move the step before that USER, or put 'USER root' in front of it and change back behind it",
        Rationale = "Package managers and commands that add users write to folders of root. USER holds for every step below it and is inherited by stages that build upon the stage, which is easily overlooked.",
        WhenToIgnore = "When the user has been given the rights that the command needs.",
        CatalogueSlugs = ["package-install-as-non-root"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nUSER $APP_UID\nRUN [|apt-get|] install -y libgdiplus\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nUSER root\nRUN apt-get install -y libgdiplus\nUSER $APP_UID\n")],
        ComparedWith = "No other tool looks at the user in force. An unknown user of the base image is not judged, and neither are steps with sudo, su or similar.",
    };

    /// <summary>What stands below ONBUILD runs as the user that the finished image has.</summary>
    private static StageSetting? UserOf(StageInstruction instruction) => instruction.IsTrigger ? instruction.Stage.FinalState.User : instruction.State.User;

    private static bool ChangesUser(Invocation invocation) => IsChange(invocation.Name) || invocation.Wrappers.Any(wrapper => IsChange(wrapper.Name));

    private static bool IsChange(string? name) =>
        name is "sudo" or "doas" or "su" or "gosu" or "su-exec" or "runuser" or "setpriv" or "fakeroot" or "s6-setuidgid" or "unshare" or "chroot" or "proot" or "pkexec";

    private static bool NeedsRoot(Invocation invocation) => invocation.Name switch
    {
        "adduser" or "useradd" or "groupadd" or "addgroup" => invocation.Operands.Length > 0 && invocation.FindOption("--root", "-R", "--prefix", "-P", "--help") is null,
        "apt-get" or "apt" or "aptitude" or "apk" or "yum" or "dnf" or "dnf5" or "microdnf" or "tdnf" or "zypper" => Changes(invocation),
        _ => false,
    };

    private static bool Changes(Invocation invocation) =>
        PackageVerbs.ActionOf(PackageVerbs.ManagerOf(invocation.Name!)!.Value, invocation) is PackageAction.Install or PackageAction.Refresh or PackageAction.Upgrade or PackageAction.DistributionUpgrade
        && invocation.FindOption("--root", "--installroot", "-R", "--usermode", "--print-uris", "-s", "--simulate", "--dry-run", "--help", "-h") is null
        && !(invocation.Is("apk") && invocation.HasShortFlag('p'));
}
