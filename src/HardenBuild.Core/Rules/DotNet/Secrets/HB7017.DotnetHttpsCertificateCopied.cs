using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Text;

namespace HardenBuild.Rules.DotNet.Secrets;

/// <summary>The image holds the private key of a certificate or its password.</summary>
internal sealed class DotnetHttpsCertificateCopied() : DockerfileRule("HB7017", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var instruction in model.Instructions)
        {
            if (instruction.Syntax is FileTransferInstruction { From: null } transfer && model.ReachesTarget(instruction.Stage))
            {
                foreach (var source in transfer.Sources)
                {
                    if (transfer.HeredocOf(source) is null && IsKey(model.Expand(source, instruction.State).Text))
                        yield return ReportIn(instruction.Stage, model.Source.At(source.Span), source.Value, "holds a private key");
                }
            }
            else if (instruction.Syntax is EnvInstruction env)
            {
                foreach (var assignment in env.Assignments)
                {
                    if (IsPassword(assignment.Name) && model.Expand(assignment.Value!, instruction.State).Text is { Length: > 0 })
                        yield return ReportIn(instruction.Stage, model.Source.At(assignment.Key.Span), assignment.Name, "opens the certificate");
                }
            }
        }

        foreach (var command in DotnetCommand.Of(model))
        {
            if (command is { IsRun: true, Verb: "dev-certs https" } && ExportsOrStays(model, command))
                yield return ReportIn(command.Stage, model.Source.At(command.VerbSpan), "dotnet dev-certs https", "creates a private key");
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetHttpsCertificateCopied),
        Title = "Certificate with private key becomes part of the image",
        MessageFormat = "'{0}' {1} that everyone who can pull the image can read; mount certificate and password when the container starts, or end TLS in front of it",
        Rationale = "Who has the key can pose as the server. It stays in its layer for good, is the same in every container, and cannot be renewed without a new image. "
            + "Development certificates are trusted on developers' machines, which makes their key valuable too.",
        WhenToIgnore = "When the certificate only serves tests and no machine trusts it.",
        CatalogueSlugs = ["dotnet-https-certificate-copied"],
        IsAboutSecretValue = true,
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(321), RuleReference.OwaspDocker("D06")],
        Supersedes = ["HB1045", "HB1048"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY [|aspnetapp.pfx|] /https/\nENV [|ASPNETCORE_Kestrel__Certificates__Default__Password|]=example\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nENV ASPNETCORE_Kestrel__Certificates__Default__Path=/run/secrets/aspnetapp.pfx\nUSER $APP_UID\n")],
    };

    private static bool IsKey(string? path)
    {
        var name = path?.Substring(path.LastIndexOfAny(['/', '\\']) + 1).ToLowerInvariant();
        return name is not null && (name.EndsWith(".pfx", StringComparison.Ordinal) || name.EndsWith(".p12", StringComparison.Ordinal) || name == "localhost.key");
    }

    private static bool IsPassword(string name) =>
        name.Contains("Kestrel__", StringComparison.OrdinalIgnoreCase) && name.Contains("Certificate", StringComparison.OrdinalIgnoreCase) && name.EndsWith("__Password", StringComparison.OrdinalIgnoreCase);

    /// <summary>A certificate in the store of a build stage is thrown away with it, unless it is exported for a later stage.</summary>
    private static bool ExportsOrStays(DockerfileModel model, DotnetCommand command)
    {
        if (command.Invocation.FindOption("-c", "--check", "--clean") is not null || !model.ReachesTarget(command.Stage))
            return false;
        return command.Invocation.FindOption("-ep", "--export-path") is not null || DockerfileModel.Chain(model.TargetStage!).Contains(command.Stage);
    }
}
