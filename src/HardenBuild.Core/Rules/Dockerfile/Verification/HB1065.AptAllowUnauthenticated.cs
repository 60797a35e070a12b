using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Verification;

/// <summary>apt installs packages that nobody signed.</summary>
internal sealed class AptAllowUnauthenticated() : DockerfileRule("HB1065", RuleSeverity.Error, RuleSeverity.Error)
{
    private static readonly string[] Keys = ["APT::Get::AllowUnauthenticated", "Acquire::AllowInsecureRepositories", "Acquire::AllowDowngradeToInsecureRepositories"];

    private static readonly string[] TrustedMarks = ["[trusted=yes", " trusted=yes"];

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var command in model.Commands)
        {
            foreach (var program in command.Invocations)
            {
                if (program.Name is "apt" or "apt-get" or "aptitude" && SpanOf(program) is { } span)
                    yield return ReportIn(command.Instruction.Stage, model.Source.At(span), model.Source.Substring(span));
                else if (program.Name is "add-apt-repository" or "apt-add-repository" && program.Operands.FirstOrDefault(IsTrustedSource) is { } source)
                    yield return ReportIn(command.Instruction.Stage, model.Source.At(source.Span), "trusted=yes");
            }
        }

        foreach (var written in WrittenText.Of(model))
        {
            if (written.Path.Contains("/apt", StringComparison.Ordinal) && SpanOf(model.Source, written) is { } span)
                yield return ReportIn(written.Instruction.Stage, model.Source.At(span), model.Source.Substring(span));
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(AptAllowUnauthenticated),
        Title = "apt accepts packages without a trusted signature",
        MessageFormat = "'{0}' installs packages whoever made them; remove it, and name the publisher's key with 'signed-by' in the source",
        Rationale = "The signature of the repository is what connects a package with its publisher. Without the check a mirror, a proxy or a mistyped URL decides what runs as root during the build.",
        WhenToIgnore = "When the repository is a folder in the image that an earlier, verified step filled.",
        CatalogueSlugs = ["apt-allow-unauthenticated"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("4.11"), RuleReference.DevSec("docker-4.11"), RuleReference.Cwe(347), RuleReference.OwaspDocker("D08")],
        Aliases = ["checkov:CKV2_DOCKER_8"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN apt-get update && apt-get install -y [|--allow-unauthenticated|] libgdiplus\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN apt-get update && apt-get install -y libgdiplus\nUSER $APP_UID\n")],
        ComparedWith = "checkov knows '--allow-unauthenticated' only; '--allow-insecure-repositories', the same settings in '-o' or apt.conf, and sources with 'trusted=yes' skip the same check.",
    };

    private static TextSpan? SpanOf(Invocation apt)
    {
        if (apt.FindOption("--allow-unauthenticated", "--allow-insecure-repositories") is { } flag && !SwitchWords.IsOff(flag.Value))
            return flag.Span;
        foreach (var option in apt.FindOptions("-o", "--option"))
        {
            if (option.Value?.IndexOf('=') is > 0 and var equals
                && IsKey(option.Value.Substring(0, equals))
                && SwitchWords.IsOn(option.Value.Substring(equals + 1).Trim('"', '\'')))
            {
                return option.ValueSpan;
            }
        }

        return null;
    }

    private static TextSpan? SpanOf(SourceText source, WrittenText written)
    {
        foreach (var mark in TrustedMarks)
        {
            if (written.Text.Contains("deb", StringComparison.Ordinal) && written.Text.IndexOf(mark, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
                return written.SpanOf(source, at + 1, mark.Length - 1);
        }

        foreach (var key in (string[])[.. Keys, "Trusted:"])
        {
            foreach (var (value, span) in written.SettingsOf(source, key))
            {
                if (SwitchWords.IsOn(value))
                    return span;
            }
        }

        return null;
    }

    private static bool IsKey(string name) => Keys.Any(key => key.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));

    private static bool IsTrustedSource(CommandWord word) =>
        word.Prefix.StartsWith("deb", StringComparison.Ordinal) && word.Prefix.Contains("trusted=yes", StringComparison.OrdinalIgnoreCase);
}
