using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Secrets;

/// <summary>COPY or ADD puts a file of credentials into the image.</summary>
/// <remarks>A file that <c>.dockerignore</c> excludes is never copied: naming it fails the build, which HB1095 reports.</remarks>
internal sealed class SecretFileCopied() : DockerfileRule("HB1048", RuleSeverity.Error, RuleSeverity.Error)
{
    internal override RuleReach Reach => RuleReach.Repository;

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var instruction in model.Instructions)
        {
            if (instruction.Syntax is FileTransferInstruction { From: null } transfer && FindWord(model, instruction, transfer) is { } word)
                yield return ReportIn(instruction.Stage, model.Source.At(word.Span), word.Value);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(SecretFileCopied),
        Title = "File of credentials is copied into the image",
        MessageFormat = "'{0}' usually holds credentials, and everyone who can pull the image can read it; mount it with 'RUN --mount=type=secret' or when the container starts",
        Rationale = "A copied file stays in its layer for good, also when a later instruction deletes it. Private keys, '.env' files and feed credentials belong into secret mounts while building "
            + "and into the platform's secret store when running.",
        WhenToIgnore = "When the file holds no secret, such as an '.npmrc' that only names a registry.",
        CatalogueSlugs = ["secret-file-copied"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("4.10"), RuleReference.Cwe(538), RuleReference.OwaspDocker("D06")],
        Aliases = ["trivy:DS-0031"],
        Related = ["dockle:DKL-LI-0003", "docker-scout:secrets"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY [|https.pfx|] /app/\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY appsettings.json /app/\nUSER $APP_UID\n")],
        ComparedWith = "Trivy knows the files of a few cloud tools by the variables that name them; those count here too. Public halves ('*.pub', certificates) and "
            + "'.env.example' are accepted, and so is everything copied from another stage.",
    };

    private static DockerfileWord? FindWord(DockerfileModel model, StageInstruction instruction, FileTransferInstruction transfer)
    {
        foreach (var source in transfer.Sources)
        {
            if (transfer.HeredocOf(source) is null && IsLocal(source.Value) && model.Expand(source, instruction.State).Text is { } path && SecretFiles.IsCredentials(path) && !IsKeptOut(model, path))
                return source;
        }

        if (!transfer.Heredocs.IsEmpty)
            return null;
        var destination = transfer.Destination;
        if (IsCredentialsVariable(destination.Value.Trim('$', '{', '}', '"')) && destination.Value is ['$', ..])
            return destination;
        return model.Expand(destination, instruction.State).Text is { } target && SecretFiles.IsCredentials(target) ? destination : null;
    }

    private static bool IsKeptOut(DockerfileModel model, string path) =>
        model.Context?.IgnoreFile is { } ignore && CleanPath.In("", path) is { Length: > 0 } clean && ignore.Excludes(clean) && !ignore.MayIncludeBelow(clean);

    private static bool IsLocal(string source) => !source.Contains("://", StringComparison.Ordinal);

    private static bool IsCredentialsVariable(string name) =>
        name is "AWS_CONFIG_FILE" or "AWS_SHARED_CREDENTIALS_FILE" or "KUBECONFIG" or "GOOGLE_APPLICATION_CREDENTIALS";
}
