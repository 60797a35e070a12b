using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Network;

/// <summary>The protocol of an exposed port has capitals.</summary>
internal sealed class ExposeProtocolCasing() : DockerfileRule("HB1025", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var instruction in model.Instructions)
        {
            if (instruction.Syntax is not ExposeInstruction expose)
                continue;
            foreach (var word in expose.Ports)
            {
                var text = word.Value;
                var protocol = text.IndexOf('/') + 1;
                if (protocol > 0 && text.IndexOf('$') < 0 && text.Skip(protocol).Any(static c => c is >= 'A' and <= 'Z'))
                {
                    var span = word.SpanOf(protocol, text.Length - protocol);
                    yield return ReportIn(instruction.Stage, model.Source.At(span), text.Substring(protocol), text.Substring(protocol).ToLowerInvariant());
                }
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ExposeProtocolCasing),
        Title = "Protocol of an exposed port has capitals",
        MessageFormat = "'{0}' has capitals, but the image holds protocols in lower case, so searches for the text miss it; write '{1}'",
        Rationale = "Protocols do not distinguish case and are stored in lower case. The same word everywhere lets people find the port in the Dockerfile, the image and the deployment alike.",
        WhenToIgnore = "When the team writes protocols in capitals everywhere.",
        CatalogueSlugs = ["expose-protocol-casing"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["buildkit:ExposeProtoCasing"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nEXPOSE 8080/[|TCP|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nEXPOSE 8080/tcp\nUSER $APP_UID\n")],
    };
}
