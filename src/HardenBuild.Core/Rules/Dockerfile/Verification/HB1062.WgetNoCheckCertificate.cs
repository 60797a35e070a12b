using HardenBuild.Model.Docker;
using HardenBuild.Rules.Dockerfile.Downloads;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Verification;

/// <summary>wget is told not to check certificates.</summary>
internal sealed class WgetNoCheckCertificate() : DockerfileRule("HB1062", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var command in model.Commands)
        {
            foreach (var wget in command.Invocations)
            {
                if (wget.Is("wget") && SpanOf(wget) is { } span && !IsLocal(wget))
                    yield return ReportIn(command.Instruction.Stage, model.Source.At(span), model.Source.Substring(span));
            }
        }

        foreach (var written in WrittenText.Of(model))
        {
            if (!written.Path.EndsWith("wgetrc", StringComparison.Ordinal))
                continue;
            foreach (var (value, span) in written.SettingsOf(model.Source, "check_certificate"))
            {
                if (SwitchWords.IsOff(value))
                    yield return ReportIn(written.Instruction.Stage, model.Source.At(span), "check_certificate");
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(WgetNoCheckCertificate),
        Title = "wget does not check certificates",
        MessageFormat = "'{0}' lets anyone between the build and the server replace what wget downloads; remove it, and add the server's certificate authority with '--ca-certificate' if it is a private one",
        Rationale = "Without the check of the certificate HTTPS protects nothing: whoever controls a network on the way puts code of their own into the image. "
            + "A missing package 'ca-certificates' is the usual reason for the option, and installing it the remedy.",
        WhenToIgnore = "When the download is verified afterwards against a checksum or signature that the Dockerfile holds.",
        CatalogueSlugs = ["wget-no-check-certificate"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(295), RuleReference.OwaspDocker("D08")],
        Aliases = ["checkov:CKV2_DOCKER_3"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN wget [|--no-check-certificate|] https://example.com/tool.tar.gz\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN apt-get update && apt-get install -y ca-certificates && wget https://example.com/tool.tar.gz\nUSER $APP_UID\n")],
        ComparedWith = "'check_certificate = off' in '-e' or in a wgetrc that the Dockerfile writes does the same and is reported too; a request to the container itself is accepted.",
    };

    private static TextSpan? SpanOf(Invocation wget)
    {
        if (wget.FindOption("--no-check-certificate") is { } option)
            return option.TokenSpan;
        foreach (var setting in wget.FindOptions("-e", "--execute"))
        {
            if (setting.Value?.Replace(" ", "") is { } text && text.StartsWith("check_certificate=", StringComparison.OrdinalIgnoreCase) && SwitchWords.IsOff(text.Substring(18)))
                return setting.ValueSpan;
        }

        return null;
    }

    private static bool IsLocal(Invocation wget) => wget.Operands.Length > 0 && wget.Operands.All(operand => RemoteUrl.IsOwnMachine(operand.Prefix));
}
