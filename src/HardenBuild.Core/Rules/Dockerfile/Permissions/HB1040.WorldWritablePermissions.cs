using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Dockerfile.Permissions;

/// <summary>Files are made writable for everyone.</summary>
internal sealed class WorldWritablePermissions() : DockerfileRule("HB1040", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        var chain = new TargetChain(model);
        foreach (var change in ModeChange.Of(model))
        {
            if (change.Mode is { IsWritableByOthers: true, IsSticky: false } && chain.Holds(change.Instruction) && !(change.Paths.Length > 0 && change.Paths.All(IsTemporary)))
                yield return ReportIn(change.Instruction.Stage, model.Source.At(change.Span), change.Text);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(WorldWritablePermissions),
        Title = "Files are writable for everyone",
        MessageFormat = "'{0}' lets every process in the container change the files; give them to the user that writes them ('--chown'), and use 755 for folders and programs, 644 for files",
        Rationale = "What everyone may write, a taken-over process may write too: it can replace programs and configuration that other users, or the next start as root, run and trust.",
        WhenToIgnore = "When the container is started under user ids that nobody knows beforehand; group 0 with 'g=u' serves that purpose better.",
        CatalogueSlugs = ["world-writable-permissions"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(732), RuleReference.OwaspDocker("D04")],
        Aliases = ["sonar:S2612"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN mkdir /data && chmod -R [|777|] /data\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN mkdir /data && chown $APP_UID /data\nUSER $APP_UID\n")],
        ComparedWith = "'+w' without letters before it is limited by the umask and does not reach others. Folders with the sticky bit (1777), paths below '/tmp' and stages that do not become the image are accepted.",
    };

    private static bool IsTemporary(string path) =>
        path is "/tmp" or "/var/tmp" || path.StartsWith("/tmp/", StringComparison.Ordinal) || path.StartsWith("/var/tmp/", StringComparison.Ordinal);
}
