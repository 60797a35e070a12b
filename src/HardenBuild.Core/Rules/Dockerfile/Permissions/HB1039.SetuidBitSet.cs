using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Permissions;

/// <summary>A program is made to run with more rights than its caller.</summary>
internal sealed class SetuidBitSet() : DockerfileRule("HB1039", RuleSeverity.Warning, RuleSeverity.Warning)
{
    private static readonly string[] Dangerous =
        ["cap_sys_admin", "cap_setuid", "cap_setgid", "cap_dac_override", "cap_dac_read_search", "cap_sys_ptrace", "cap_sys_module", "cap_sys_rawio", "cap_chown", "cap_fowner"];

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var change in ModeChange.Of(model))
        {
            if (!Reaches(model, change.Instruction) || change.Mode is { SetsUserId: false, SetsGroupId: false })
                continue;

            // On a folder the group bit only hands the group on to new files.
            if (!change.Mode.SetsUserId && change.IsAboutFolders)
                continue;
            var finding = ReportIn(change.Instruction.Stage, model.Source.At(change.Span), change.Text);
            yield return change.Mode.SetsUserId ? finding : finding with { AtMost = RuleSeverity.Suggestion };
        }

        foreach (var command in model.Commands)
        {
            if (command.Instruction.Syntax.Kind != InstructionKind.Run || !Reaches(model, command.Instruction))
                continue;
            foreach (var invocation in command.Invocations)
            {
                if (invocation.Is("setcap") && GrantOf(invocation) is { } grant)
                    yield return ReportIn(command.Instruction.Stage, model.Source.At(grant.Span), grant.Value!);
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(SetuidBitSet),
        Title = "Program runs with more rights than its caller",
        MessageFormat = "'{0}' lets everyone in the container run the file with the rights of its owner; leave the bit out, or grant the one capability that is needed",
        Rationale = "A program with the set-user-id bit or a strong file capability is the usual way from a taken-over application to root in the container. "
            + "An image for one application needs none, and 'no-new-privileges' makes them fail.",
        WhenToIgnore = "When the program is a sandbox that needs the bit to create namespaces, such as that of Chromium.",
        CatalogueSlugs = ["setuid-bit-set"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("4.8"), RuleReference.DevSec("docker-4.8"), RuleReference.Cwe(732), RuleReference.OwaspDocker("D04")],
        Aliases = ["dockle:CIS-DI-0008"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN chmod [|u+s|] /usr/local/bin/agent\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN setcap cap_net_bind_service=+ep /usr/local/bin/agent\nUSER $APP_UID\n")],
        ComparedWith = "dockle looks at the files of a finished image, those of the base image among them; here only what the Dockerfile itself sets counts. "
            + "The set-group-id bit on folders is accepted, on files it is a suggestion.",
    };

    private static bool Reaches(DockerfileModel model, StageInstruction instruction) => instruction.IsTrigger || model.ReachesTarget(instruction.Stage);

    /// <summary><c>cap_sys_admin+ep</c>, <c>cap_setuid,cap_setgid=eip</c>; <c>-r</c> takes away.</summary>
    private static CommandWord? GrantOf(Invocation setcap)
    {
        if (setcap.HasShortFlag('r') || setcap.Operands is not [{ Value: { } text } word, ..] || text.IndexOfAny(['+', '=']) < 0)
            return null;
        return text.StartsWith("all", StringComparison.OrdinalIgnoreCase) || text[0] == '='
            || Dangerous.Any(name => text.Contains(name, StringComparison.OrdinalIgnoreCase))
            ? word
            : null;
    }
}
