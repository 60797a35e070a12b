using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.DotNet.Context;

/// <summary>A Windows image without the Windows version in its tag, or a user of Linux in a Windows image.</summary>
internal sealed class DotnetWindowsImageHostCoupling() : DockerfileRule("HB7058", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var stage in model.Stages)
        {
            if (stage.Base is { Kind: StageBaseKind.Image, Image: { Digest: null, Tag: { } tag, IsTagKnown: true } image } && LacksWindowsVersion(image, tag.Value))
                yield return ReportIn(stage, tag.Location, tag.Value, "names no Windows version, and the container starts only on a host that matches the one it happens to be; name it, as '-ltsc2025' does");
            if (stage.OperatingSystem != ContainerOperatingSystem.Windows || (stage.Base.Known is null && stage.Base.Stage?.Base.Known is null))
                continue;
            foreach (var instruction in stage.Instructions)
            {
                if (instruction is { IsTrigger: false, Syntax: UserInstruction user } && IsLinuxUser(user.User.Value))
                    yield return ReportIn(stage, model.Source.At(user.User.Span), user.User.Value, "is no user of a Windows image, so the next step fails; use 'ContainerUser'");
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetWindowsImageHostCoupling),
        Title = "Windows image does not say which Windows it needs",
        MessageFormat = "'{0}' {1}",
        Rationale = "A Windows container shares the kernel of its host: with process isolation an image of another version is refused. A tag without the version changes its meaning over the years. "
            + "Users differ too: Windows images have 'ContainerUser' and 'ContainerAdministrator', not 'app' or numbers.",
        WhenToIgnore = "When every host uses Hyper-V isolation.",
        CatalogueSlugs = ["dotnet-windows-image-host-coupling"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Violations =
        [
            new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:[|10.0-nanoserver|]\nCOPY publish /app\n"),
            new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0-nanoserver-ltsc2025\nUSER [|app|]\n"),
        ],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0-nanoserver-ltsc2025\nUSER ContainerUser\n")],
    };

    private static bool LacksWindowsVersion(ImageReference image, string tag)
    {
        var repository = image.CanonicalRepository;
        var isWindows = repository is "mcr.microsoft.com/windows/servercore" or "mcr.microsoft.com/windows/nanoserver" or "mcr.microsoft.com/windows/server" or "mcr.microsoft.com/windows"
            || tag.Contains("windowsservercore", StringComparison.OrdinalIgnoreCase) || tag.Contains("nanoserver", StringComparison.OrdinalIgnoreCase);
        if (!isWindows || tag.Contains("ltsc", StringComparison.OrdinalIgnoreCase))
            return false;
        foreach (var part in tag.Split('-'))
        {
            // 1809, 1903, 20H2, and full versions such as 10.0.17763.6532.
            if ((part.Length == 4 && char.IsDigit(part[0]) && char.IsDigit(part[1]) && char.IsLetterOrDigit(part[2]) && char.IsDigit(part[3])) || part.StartsWith("10.0.1", StringComparison.Ordinal) || part.StartsWith("10.0.2", StringComparison.Ordinal))
                return false;
        }

        return true;
    }

    private static bool IsLinuxUser(string user) => user is "app" or "root" or "nobody" or "$APP_UID" or "${APP_UID}" || (user.Length > 0 && user.All(static c => c is >= '0' and <= '9'));
}
