using HardenBuild.Model.Docker;
using HardenBuild.Rules.Dockerfile.Users;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Permissions;

/// <summary>The application may change its own program files.</summary>
internal sealed class AppFilesOwnedByRuntimeUser() : DockerfileRule("HB1041", RuleSeverity.None, RuleSeverity.None)
{
    private static readonly char[] Separators = ['/', '-', '_', '.'];

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        if (model.TargetStage is not { FinalState.User.Value: { } user } target || UserNames.IsSuperuser(user, target.OperatingSystem))
            yield break;
        var chain = new TargetChain(model);
        foreach (var instruction in model.Instructions)
        {
            if (instruction.Syntax is FileTransferInstruction transfer && chain.Holds(instruction)
                && transfer.FindFlag("chown")?.Value is { } owner && IsUser(model.Expand(owner, instruction.State).Text, user)
                && !IsData(model.Expand(transfer.Destination, instruction.State).Text ?? ""))
            {
                yield return ReportIn(instruction.Stage, model.Source.At(owner.Span), transfer.Destination.Value, user);
            }
        }

        foreach (var command in model.Commands)
        {
            if (command.Instruction.Syntax.Kind != InstructionKind.Run || !chain.Holds(command.Instruction))
                continue;
            foreach (var chown in command.Invocations)
            {
                if (chown.Is("chown") && chown.FindOption("-R", "--recursive") is not null && chown.Operands is [var owner, { Value: { } path }, ..]
                    && IsUser(ResolvedWord.Of(owner, command.Instruction.State), user) && chown.Operands.Skip(1).Any(operand => !IsData(operand.Value ?? operand.Prefix)))
                {
                    yield return ReportIn(command.Instruction.Stage, model.Source.At(owner.Span), path, user);
                }
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(AppFilesOwnedByRuntimeUser),
        Title = "Application owns its program files",
        MessageFormat = "'{0}' belongs to '{1}', the user that the container runs as, so a taken-over process can change the application; leave program files to root and give the user only its data folders",
        Rationale = "An attacker who controls the process may otherwise replace its assemblies or scripts and stays in the container after the hole is closed or the process starts again.",
        WhenToIgnore = "When the application updates itself or writes beside its program files, or the root file system is read-only.",
        CatalogueSlugs = ["app-files-owned-by-runtime-user"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.Medium,
        References = [RuleReference.Cwe(732), RuleReference.OwaspDocker("D09")],
        Aliases = ["sonar:S6504"],
        Related = ["kics:chown_flag_exists"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY --chown=[|$APP_UID|] publish /app/\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY publish /app/\nUSER $APP_UID\n")],
        ComparedWith = "KICS reports every '--chown'. Here the owner must be the user that the image ends with, and folders for data, logs, uploads, caches and static sites are accepted. "
            + "Off by default, because many base images are made to be used this way.",
    };

    private static bool IsUser(string? owner, string user) => owner is { Length: > 0 } && Name(owner) == Name(user);

    private static string Name(string user)
    {
        var colon = user.IndexOf(':');
        return colon < 0 ? user : user.Substring(0, colon);
    }

    private static bool IsData(string path) => path.Split(Separators).Any(part => part.ToLowerInvariant() is
        "data" or "db" or "log" or "logs" or "upload" or "uploads" or "cache" or "tmp" or "temp" or "run" or "lib" or "storage" or "store" or "keys" or "home"
        or "html" or "htdocs" or "www" or "wwwroot" or "public" or "static" or "media" or "backup" or "backups" or "state");
}
