using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Secrets;

/// <summary>An account of the image is given a password, or none.</summary>
internal sealed class PasswordSetInRun() : DockerfileRule("HB1043", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var command in model.Commands)
        {
            if (command.Instruction.Syntax.Kind != InstructionKind.Run)
                continue;
            foreach (var invocation in command.Invocations)
            {
                if (SpanOf(invocation) is { } span)
                    yield return ReportIn(command.Instruction.Stage, model.Source.At(span), invocation.Name ?? "");
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(PasswordSetInRun),
        Title = "Account of the image is given a password",
        MessageFormat = "'{0}' builds a password, or an account without one, into the image, the same for every container and for everyone who can pull it; remove it, and lock the account with 'usermod -L'",
        Rationale = "The password stands in the history of the image and its hash in a layer. Containers need no passwords: the orchestrator decides who gets a shell. "
            + "An account with an empty password lets any process become it with 'su'.",
        WhenToIgnore = "When the image is for tests of log-ins and never leaves the build machine.",
        CatalogueSlugs = ["password-set-in-run"],
        IsAboutSecretValue = true,
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("4.10"), RuleReference.Cwe(259), RuleReference.OwaspDocker("D06")],
        Aliases = ["checkov:CKV2_DOCKER_17", "dockle:DKL-LI-0001"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN useradd app && echo 'app:app' | [|chpasswd|]\nUSER app\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN useradd app && usermod -L app\nUSER app\n")],
        ComparedWith = "checkov looks for 'chpasswd' alone; 'passwd --stdin', 'passwd -d' and '-p' of useradd and usermod do the same. Locking an account ('passwd -l', a hash of '!' or '*') is accepted.",
    };

    private static TextSpan? SpanOf(Invocation invocation) => invocation.Name switch
    {
        "chpasswd" => invocation.NameWord.Span,
        "passwd" => invocation.FindOption("--stdin", "-d", "--delete")?.TokenSpan,
        "useradd" or "usermod" => invocation.FindOption("-p", "--password") is { HasValue: true } option && !IsLocked(option.Value) ? option.TokenSpan : null,
        _ => null,
    };

    private static bool IsLocked(string? hash) => hash is { Length: > 0 } && (hash[0] is '!' || hash is "*");
}
