using HardenBuild.Model.Docker;
using HardenBuild.Rules.Dockerfile.Verification;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Downloads;

/// <summary>Something is downloaded without encryption.</summary>
internal sealed class ClearTextHttpDownload() : DockerfileRule("HB1072", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var sameHost in Places(model).GroupBy(place => (place.Host, place.IsChecked)))
        {
            var first = sameHost.First();
            yield return ReportIn(first.Instruction.Stage, model.Source.At(first.Span), sameHost.Key.Host) with
            {
                AtMost = sameHost.Key.IsChecked ? RuleSeverity.Suggestion : RuleSeverity.Error,
                Related = RepeatedPlaces.AfterFirst(sameHost.Select(place => model.Source.At(place.Span)), "The same host again"),
            };
        }
    }
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ClearTextHttpDownload),
        Title = "Download is not encrypted",
        MessageFormat = "'{0}' sends everything in clear text, so anyone on the way can replace what the build downloads; use 'https://'",
        Rationale = "HTTP and FTP show neither who answers nor whether the answer was changed. What the build downloads is run or copied into the image, so one network on the way is enough to take it over.",
        WhenToIgnore = "When the server offers nothing else and the download is compared with a checksum that stands in the Dockerfile.",
        CatalogueSlugs = ["clear-text-http-download"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(319), RuleReference.OwaspDocker("D08")],
        Aliases = ["sonar:S5332"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN dotnet restore --source [|http://nuget.example.com/v3/index.json|]\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN dotnet restore --source https://nuget.example.com/v3/index.json\n")],
        ComparedWith = "Hosts without a dot and those of the machine itself are accepted, and so are apt's mirrors, whose packages are signed. A download that the same RUN compares with a checksum is a suggestion. "
            + "Sonar looks at every URL in the file; here it must be fetched.",
    };

    private static IEnumerable<(string Host, bool IsChecked, StageInstruction Instruction, TextSpan Span)> Places(DockerfileModel model)
    {
        var isChecked = new CheckedDownloads();
        foreach (var download in Download.Of(model))
        {
            if (IsOffence(download.Url))
                yield return (HostOf(download.Url), isChecked.Contains(download), download.Instruction, download.Span);
        }

        foreach (var command in model.Commands)
        {
            if (command.Instruction.Syntax.Kind != InstructionKind.Run)
                continue;
            foreach (var invocation in command.Invocations)
            {
                foreach (var (text, span) in SourcesOf(invocation, command.Instruction.State))
                {
                    if (RemoteUrl.Parse(text) is { } url && IsOffence(url))
                        yield return (HostOf(url), IsChecked: false, command.Instruction, span);
                }
            }
        }
    }

    private static string HostOf(RemoteUrl url) => url.Scheme + "://" + url.Host;

    private static bool IsOffence(RemoteUrl url) => url is { IsClearText: true, IsRemote: true };

    private static IEnumerable<(string Text, TextSpan Span)> SourcesOf(Invocation invocation, StageState state)
    {
        if (PipCommand.Is(invocation))
            return Values(invocation, "-i", "--index-url", "--extra-index-url", "-f", "--find-links");
        return invocation.Name switch
        {
            "npm" or "yarn" or "pnpm" => Values(invocation, "--registry").Concat(invocation.Subcommand is "config" or "c" or "set" ? Operands(invocation, state) : []),
            "dotnet" or "nuget" => Values(invocation, "-s", "--source", "--add-source", "-Source").Concat(invocation.Subcommand?.StartsWith("nuget", StringComparison.Ordinal) ?? false ? Operands(invocation, state) : []),
            "git" when invocation.Subcommand is "clone" or "fetch" or "pull" or "remote" or "submodule" or "ls-remote" => Operands(invocation, state),
            "gem" => Values(invocation, "-s", "--source"),
            _ => [],
        };
    }

    private static IEnumerable<(string Text, TextSpan Span)> Values(Invocation invocation, params string[] names)
    {
        foreach (var option in invocation.FindOptions(names))
        {
            if (option.HasValue)
                yield return (option.Value ?? option.ValuePrefix + ExpandedWord.Placeholder, option.ValueSpan);
        }
    }

    private static IEnumerable<(string Text, TextSpan Span)> Operands(Invocation invocation, StageState state)
    {
        foreach (var operand in invocation.Operands)
            yield return (ResolvedWord.Of(operand, state), operand.Span);
    }
}
