using HardenBuild.Model.Docker;
using HardenBuild.Rules.Dockerfile.Shell;
using HardenBuild.Rules.Dockerfile.Users;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.DotNet.Tools;

/// <summary>.NET is installed by a downloaded script, or by the distribution, although there is an image for it.</summary>
internal sealed class DotnetInstallScriptWithoutVerification() : DockerfileRule("HB7040", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        if (DevelopmentImage.IsDevelopmentFile(model))
            yield break;
        var stages = ProductionImage.Stages(model);
        foreach (var stage in model.Commands.GroupBy(command => command.Instruction.Stage))
        {
            // An image of .NET that gets a second version is what the script is for.
            if (DockerfileModel.RootBase(stage.Key).Known?.DotNet is not null || stage.SelectMany(command => command.Invocations).Count(IsScript) > 1)
                continue;
            foreach (var command in stage.Where(command => command.Instruction.Syntax is RunInstruction))
            {
                if (FindScript(command) is { } script && !command.Invocations.Any(IsCheck))
                    yield return ReportIn(stage.Key, model.Source.At(script.Span), "dotnet-install runs unchecked whatever the server sends at the time of the build");
                else if (stages.Contains(stage.Key) && command.Invocations.Select(FindPackage).FirstOrDefault(word => word is not null) is { } package)
                    yield return ReportIn(stage.Key, model.Source.At(package.Span), $"'{package.Value}' brings the SDK to production, and is updated later than Microsoft's images") with { AtMost = RuleSeverity.Suggestion };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetInstallScriptWithoutVerification),
        Title = ".NET is installed by hand although there is an image for it",
        MessageFormat = "{0}; build in 'mcr.microsoft.com/dotnet/sdk' of the version you need, and end with 'aspnet' or 'runtime'",
        Rationale = "The script is not versioned and its checksum changes without notice, so what runs as root cannot be verified. The images are built from the same files, are rebuilt with every patch, and scanners know them.",
        WhenToIgnore = "When the image must have another base that Microsoft does not offer .NET on, and the script is checked in some way that the file does not show.",
        CatalogueSlugs = ["dotnet-install-script-without-verification"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(494), RuleReference.OwaspDocker("D08")],
        Supersedes = ["HB1070"],
        Violations = [new("Dockerfile", "FROM debian:13\nRUN curl -sSL https://dot.net/v1/dotnet-install.sh | [|bash|] /dev/stdin --channel 10.0\nUSER nobody\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nUSER $APP_UID\n")],
        ComparedWith = "An image of .NET that gets a further version by the script, and a script whose checksum or signature the same RUN checks, are accepted.",
    };

    private static CommandWord? FindScript(StageCommand command)
    {
        foreach (var script in command.Scripts)
        {
            foreach (var (download, interpreter) in RemoteScripts.In(script))
            {
                if (AddressIn(download) is not null)
                    return interpreter.NameWord;
            }
        }

        foreach (var invocation in command.Invocations)
        {
            if (AddressIn(invocation) is { } word)
                return word;
        }

        return null;
    }

    private static CommandWord? AddressIn(Invocation invocation) =>
        invocation.Name is "curl" or "wget"
            ? invocation.Words.FirstOrDefault(word => word.Prefix.Contains("://", StringComparison.Ordinal) && word.Prefix.Contains("/dotnet-install.", StringComparison.OrdinalIgnoreCase))
            : null;

    private static bool IsScript(Invocation invocation) =>
        invocation.Name is "dotnet-install.sh" or "dotnet-install.ps1"
        || (invocation.Name is "bash" or "sh" or "pwsh" && invocation.Operands is [{ Value: { } script }, ..] && (script == "/dev/stdin" || script.Contains("dotnet-install", StringComparison.Ordinal)));

    private static bool IsCheck(Invocation invocation) => invocation.Name is "sha256sum" or "sha512sum" or "shasum" or "gpg" or "gpgv" or "cosign";

    private static CommandWord? FindPackage(Invocation invocation) =>
        invocation.Name is "apt-get" or "apt" or "apk" or "dnf" or "yum" or "microdnf" or "zypper" && invocation.Subcommand is "install" or "add"
            ? invocation.Operands.FirstOrDefault(word => word.Value?.StartsWith("dotnet-sdk-", StringComparison.Ordinal) ?? false)
            : null;
}
