using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Shell;

/// <summary>A downloaded script is run without being looked at.</summary>
internal sealed class PipeRemoteScriptToShell() : DockerfileRule("HB1070", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var command in model.Commands)
        {
            foreach (var script in command.Scripts)
            {
                foreach (var (download, interpreter) in RemoteScripts.In(script))
                {
                    var location = model.Source.At(interpreter.NameWord.Span);
                    yield return ReportIn(command.Instruction.Stage, location, interpreter.Name ?? "", SourceOf(download), AdviceFor(download));
                }
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(PipeRemoteScriptToShell),
        Title = "Downloaded script is run unchecked",
        MessageFormat = "'{0}' runs whatever {1} sends at the time of the build; {2}",
        Rationale = "The server, or whoever takes it over, decides with every build what runs as root and ends up in the image. A connection that breaks off in the middle runs half a script.",
        WhenToIgnore = "When the script comes from a server of your own that is guarded like the repository.",
        CatalogueSlugs = ["pipe-remote-script-to-shell"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("4.12"), RuleReference.Cwe(494), RuleReference.OwaspDocker("D08")],
        Related = ["hadolint:DL4006", "sonar:S6474"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN curl -sSL https://example.com/install.sh | [|bash|]\nUSER $APP_UID\n")],
        Fixed =
        [
            new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN curl -sSLo install.sh https://example.com/install.sh \\\n    && echo '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08  install.sh' | sha256sum -c \\\n    && bash install.sh\nUSER $APP_UID\n"),
        ],
        ComparedWith = "hadolint's DL4006 only asks for 'pipefail', which notices a failed download but not a changed script.",
    };

    private static string SourceOf(Invocation download)
    {
        foreach (var operand in download.Operands)
        {
            if (operand.Value is { } url)
                return $"'{url}'";
        }

        return "the server";
    }

    private static string AdviceFor(Invocation download) =>
        download.Operands.Any(operand => operand.Prefix.Contains("dotnet-install", StringComparison.Ordinal))
            ? "use the image 'mcr.microsoft.com/dotnet/sdk' of the version you need instead of dotnet-install"
            : "download to a file, compare its checksum with one in the Dockerfile, then run it";
}
