using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Verification;

/// <summary>A download is checked with a hash that can be forged.</summary>
internal sealed class WeakHashIntegrityCheck() : DockerfileRule("HB1075", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var command in model.Commands)
        {
            foreach (var invocation in command.Invocations)
            {
                if (WordOf(invocation, command) is { } word)
                    yield return ReportIn(command.Instruction.Stage, model.Source.At(word.Span), word.Value ?? "");
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(WeakHashIntegrityCheck),
        Title = "Download is checked with MD5 or SHA-1",
        MessageFormat = "'{0}' notices damage but not an attacker, who can make a file with the same hash; compare SHA-256 with 'sha256sum -c'",
        Rationale = "For MD5 and SHA-1 two files with the same hash can be made. Whoever prepares the release can hand out a harmless file for review and another one for the build.",
        WhenToIgnore = "When the publisher offers no other hash, or a signature is checked as well.",
        CatalogueSlugs = ["weak-hash-integrity-check"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(328), RuleReference.OwaspDocker("D08")],
        Aliases = ["sonar:S4790"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN curl -fsSLO https://example.com/tool.tgz && echo \"$TOOL_MD5 tool.tgz\" | [|md5sum|] -c\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN curl -fsSLO https://example.com/tool.tgz && echo \"$TOOL_SHA256 tool.tgz\" | sha256sum -c\nUSER $APP_UID\n")],
        ComparedWith = "A hash that is only printed, as for the name of a cache, is accepted: it must be compared ('-c') or stand beside a download.",
    };

    private static CommandWord? WordOf(Invocation invocation, StageCommand command) => invocation.Name switch
    {
        "md5sum" or "sha1sum" => invocation.FindOption("-c", "--check") is null ? null : invocation.NameWord,
        "shasum" => invocation.FindOption("-c", "--check") is not null && (invocation.OptionValue("-a", "--algorithm") ?? "1") == "1"
            ? invocation.NameWord
            : null,
        "openssl" => Downloads(command) ? invocation.Words.FirstOrDefault(word => word.Value is "md5" or "sha1" or "-md5" or "-sha1") : null,
        _ => null,
    };

    private static bool Downloads(StageCommand command) => command.Invocations.Any(invocation => invocation.Name is "curl" or "wget");
}
