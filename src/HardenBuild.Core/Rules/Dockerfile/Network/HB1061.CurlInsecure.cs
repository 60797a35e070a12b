using HardenBuild.Model.Docker;
using HardenBuild.Rules.Dockerfile.Downloads;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Network;

/// <summary>curl is told not to check certificates.</summary>
internal sealed class CurlInsecure() : DockerfileRule("HB1061", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var command in model.Commands)
        {
            foreach (var curl in command.Invocations)
            {
                if (curl.Is("curl") && curl.FindOption("-k", "--insecure", "--proxy-insecure", "--doh-insecure") is { } option && !IsLocal(curl))
                    yield return ReportIn(command.Instruction.Stage, model.Source.At(option.TokenSpan), option.Name);
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(CurlInsecure),
        Title = "curl does not check certificates",
        MessageFormat = "'{0}' lets anyone between the build and the server replace what curl downloads; remove it, and add the server's certificate authority with '--cacert' if it is a private one",
        Rationale = "Without the check of the certificate HTTPS protects nothing: whoever controls a network on the way puts code of their own into the image.",
        WhenToIgnore = "When the download is verified afterwards against a checksum or signature that the Dockerfile holds.",
        CatalogueSlugs = ["curl-insecure"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(295), RuleReference.OwaspDocker("D08")],
        Aliases = ["checkov:CKV2_DOCKER_2"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN curl -fsSL[|k|] https://example.com/tool -o /usr/bin/tool\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN curl -fsSL https://example.com/tool -o /usr/bin/tool\nUSER $APP_UID\n")],
        ComparedWith = "A 'k' in the value of another option is no flag, and a request to the container itself, as health checks make it, has no network to distrust.",
    };

    private static bool IsLocal(Invocation curl) => curl.Operands.Length > 0 && curl.Operands.All(operand => RemoteUrl.IsOwnMachine(operand.Prefix));
}
