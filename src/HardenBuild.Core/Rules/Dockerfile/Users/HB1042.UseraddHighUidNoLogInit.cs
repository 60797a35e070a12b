using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Users;

/// <summary>useradd writes a huge sparse file for a large uid.</summary>
internal sealed class UseraddHighUidNoLogInit() : DockerfileRule("HB1042", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var command in model.Commands)
        {
            if (command.Instruction.Syntax.Kind != InstructionKind.Run)
                continue;
            foreach (var useradd in command.Invocations)
            {
                if (useradd.Is("useradd") && useradd.FindOption("-u", "--uid") is { Value: { } uid } option && IsLarge(uid) && useradd.FindOption("-l", "--no-log-init") is null)
                    yield return ReportIn(command.Instruction.Stage, model.Source.At(option.ValueSpan), uid);
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(UseraddHighUidNoLogInit),
        Title = "useradd writes a huge file for a large user id",
        MessageFormat = "The uid '{0}' makes useradd write a sparse file that the layer stores in full, up to gigabytes; add '--no-log-init'",
        Rationale = "useradd makes room for the new user in /var/log/lastlog and faillog, which are indexed by user id. The files are sparse on disk, but an image layer holds their whole length, so that a build can fill the disk.",
        WhenToIgnore = "When the base image has no login database, as minimal images often do not.",
        CatalogueSlugs = ["useradd-high-uid-no-log-init"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["hadolint:DL3046"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/runtime-deps:10.0\nRUN useradd -u [|1000660000|] app2\nUSER app2\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/runtime-deps:10.0\nRUN useradd --no-log-init -u 1000660000 app2\nUSER app2\n")],
        ComparedWith = "adduser is another program and has no such flag. A uid in a variable is not known and not reported.",
    };

    // Five digits make a file of 28 MB at most: 292 bytes a user. lastlog.h of glibc.
    private static bool IsLarge(string uid) => uid.TrimStart('0').Length > 5 && uid.All(static c => c is >= '0' and <= '9');
}
