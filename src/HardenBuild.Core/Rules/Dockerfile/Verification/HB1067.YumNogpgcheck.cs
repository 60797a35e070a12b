using HardenBuild.Model.Docker;
using HardenBuild.Rules.Dockerfile.Downloads;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Verification;

/// <summary>yum, dnf or zypper installs packages that nobody signed.</summary>
internal sealed class YumNogpgcheck() : DockerfileRule("HB1067", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var command in model.Commands)
        {
            foreach (var program in command.Invocations)
            {
                if (OptionOf(program) is not { } option)
                    continue;
                var finding = ReportIn(command.Instruction.Stage, model.Source.At(option.Span), option.Name);
                yield return InstallsCheckedFiles(program, command) ? finding with { AtMost = RuleSeverity.Suggestion } : finding;
            }
        }

        foreach (var (instruction, span) in YumSetting.SwitchedOff(model, "gpgcheck"))
            yield return ReportIn(instruction.Stage, model.Source.At(span), model.Source.Substring(span));
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(YumNogpgcheck),
        Title = "Package manager accepts packages without a trusted signature",
        MessageFormat = "'{0}' installs packages whoever made them; remove it, and import the publisher's key with 'rpm --import' or 'gpgkey'",
        Rationale = "The signature is what connects a package with its publisher. Without the check a mirror, a proxy or a mistyped URL decides what runs as root during the build. "
            + "'gpgcheck=0' in a '.repo' file stays in the image for every later install.",
        WhenToIgnore = "When the packages are files that the same RUN compares with checksums.",
        CatalogueSlugs = ["yum-nogpgcheck"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("4.11"), RuleReference.Cwe(347), RuleReference.OwaspDocker("D08")],
        Aliases = ["checkov:CKV2_DOCKER_9"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0-azurelinux3.0\nRUN tdnf install -y [|--nogpgcheck|] icu\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0-azurelinux3.0\nRUN tdnf install -y icu\nUSER $APP_UID\n")],
        ComparedWith = "checkov knows the option of yum, dnf and tdnf; zypper's options and 'gpgcheck=0' in '--setopt' or in a repository file that the Dockerfile writes skip the same check. "
            + "Package files that the same RUN compares with checksums are a suggestion.",
    };

    private static CommandOption? OptionOf(Invocation program)
    {
        if (program.Is("zypper"))
            return program.FindOption("--no-gpg-checks", "--no-gpgcheck");
        return YumSetting.IsManager(program.Name) ? program.FindOption("--nogpgcheck", "--no-gpg-checks", "--no-gpgchecks") : null;
    }

    private static bool InstallsCheckedFiles(Invocation program, StageCommand command) =>
        program.Operands.Length > 0
        && program.Operands.All(operand => operand.Value is { } file && file.EndsWith(".rpm", StringComparison.Ordinal) && RemoteUrl.Parse(file) is null)
        && DownloadCheck.IsIn(command);
}
