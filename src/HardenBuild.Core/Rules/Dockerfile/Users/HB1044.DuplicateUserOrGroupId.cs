using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Users;

/// <summary>Two users or groups of the image have the same name or id.</summary>
internal sealed class DuplicateUserOrGroupId() : DockerfileRule("HB1044", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        if (model.TargetStage is not { } target)
            yield break;
        var chain = new HashSet<DockerfileStage>(DockerfileModel.Chain(target));
        var taken = new Dictionary<string, SourceLocation?>(StringComparer.Ordinal) { ["user root"] = null, ["user id 0"] = null, ["group root"] = null, ["group id 0"] = null };
        foreach (var command in model.Commands)
        {
            if (command.Instruction is not { IsTrigger: false, Syntax.Kind: InstructionKind.Run } || !chain.Contains(command.Instruction.Stage) || AccountCommand.HasAlternatives(command))
                continue;
            foreach (var account in command.Invocations.SelectMany(AccountCommand.Read))
            {
                var key = $"{account.Kind} {account.Value}";
                var place = model.Source.At(account.Span);
                if (account.IsRemoval)
                    taken.Remove(key);
                else if (!taken.TryGetValue(key, out var first))
                    taken.Add(key, place);
                else
                    yield return ReportIn(command.Instruction.Stage, place, key.Substring(0, key.Length - account.Value.Length - 1), account.Value) with { Related = [.. first is { } other ? [new RelatedLocation(other, "First used here")] : Array.Empty<RelatedLocation>()] };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DuplicateUserOrGroupId),
        Title = "Two users or groups share a name or an id",
        MessageFormat = "The {0} '{1}' is taken already, so the command fails or two names stand for the same rights; choose another one",
        Rationale = "Users with one id are one user to the kernel: files of one belong to the other, and an alias of root is root. Such a user is easily overlooked when rights are reviewed.",
        WhenToIgnore = "When two names for one id are wanted. '--non-unique' says so.",
        CatalogueSlugs = ["duplicate-user-or-group-id"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.Medium,
        Aliases = ["dockle:DKL-LI-0002"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN useradd -u 2000 worker\nRUN useradd -u [|2000|] web\nUSER web\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN useradd -u 2000 worker\nRUN useradd -u 2001 web\nUSER web\n")],
        ComparedWith = "dockle reads the finished image; here only what the Dockerfile itself adds, and root, can be compared. Commands in branches and behind '||' are left out.",
    };
}
