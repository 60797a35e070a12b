using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Secrets;

/// <summary>A mounted secret may be read or changed by other users.</summary>
internal sealed class SecretMountWorldReadable() : DockerfileRule("HB1049", RuleSeverity.Warning, RuleSeverity.Warning)
{
    // Write for the group; read and write for others.
    private const int Forbidden = (2 * 8) + 4 + 2;

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var instruction in model.Instructions)
        {
            foreach (var flag in instruction.Syntax.Flags)
            {
                if (flag.Mount is { Type: "secret" or "ssh" } mount && mount.Find("mode")?.Value is { } mode && (Octal(mode.Value) & Forbidden) != 0)
                    yield return ReportIn(instruction.Stage, model.Source.At(mode.Span), mode.Value);
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(SecretMountWorldReadable),
        Title = "Mounted secret is readable for everyone",
        MessageFormat = "Mode '{0}' gives the secret to every user of the step; leave 'mode' out (0400), and name the user that reads it with 'uid'",
        Rationale = "Programs that the step runs as other users, install scripts among them, can read a secret that was meant for one program only.",
        WhenToIgnore = "When the step runs a single program under a user id that is not known beforehand.",
        CatalogueSlugs = ["secret-mount-world-readable"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(732), RuleReference.OwaspDocker("D06")],
        Aliases = ["sonar:S6469"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN --mount=type=secret,id=feed,required=true,mode=[|0444|] ./restore.sh\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN --mount=type=secret,id=feed,required=true,uid=1654 ./restore.sh\n")],
    };

    /// <summary>Zero when the text is no octal number.</summary>
    private static int Octal(string text)
    {
        var mode = 0;
        foreach (var c in text)
        {
            if (c is < '0' or > '7' || text.Length > 6)
                return 0;
            mode = (mode * 8) + c - '0';
        }

        return mode;
    }
}
