using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.DotNet.Secrets;

/// <summary>The image holds user secrets of .NET.</summary>
internal sealed class DotnetUserSecretsCopied() : DockerfileRule("HB7018", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var instruction in model.Instructions)
        {
            if (instruction.Syntax is not FileTransferInstruction { From: null } transfer)
                continue;
            foreach (var source in transfer.Sources)
            {
                if (transfer.HeredocOf(source) is null && IsSecretStore(model.Expand(source, instruction.State).Text))
                    yield return ReportIn(instruction.Stage, model.Source.At(source.Span), source.Value);
            }
        }

        foreach (var command in DotnetCommand.Of(model))
        {
            if (command is { IsRun: true, Verb: "user-secrets set" })
                yield return ReportIn(command.Stage, model.Source.At(command.VerbSpan), "dotnet user-secrets set");
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetUserSecretsCopied),
        Title = "User secrets become part of the image",
        MessageFormat = "'{0}' puts secrets of a developer into a layer that everyone who can pull the image can read; mount secrets when the container starts",
        Rationale = "The store of 'dotnet user-secrets' is a plain text file outside of the repository, made for one developer's machine. A copy in a layer stays there for good, also when a later instruction deletes it.",
        WhenToIgnore = "When the file holds example values only.",
        CatalogueSlugs = ["dotnet-user-secrets-copied"],
        IsAboutSecretValue = true,
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(538), RuleReference.OwaspDocker("D06")],
        Supersedes = ["HB1048"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY [|secrets.json|] /app/\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY appsettings.json /app/\nUSER $APP_UID\n")],
    };

    private static bool IsSecretStore(string? path)
    {
        foreach (var part in path?.Split('/', '\\') ?? [])
        {
            if (part.Equals("UserSecrets", StringComparison.OrdinalIgnoreCase) || part.Equals("secrets.json", StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
