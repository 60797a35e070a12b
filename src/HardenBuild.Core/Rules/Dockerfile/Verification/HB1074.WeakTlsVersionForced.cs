using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Verification;

/// <summary>A command or configuration allows broken versions of TLS.</summary>
internal sealed class WeakTlsVersionForced() : DockerfileRule("HB1074", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var command in model.Commands)
        {
            foreach (var invocation in command.Invocations)
            {
                if (SpanOf(invocation) is { } span)
                    yield return ReportIn(command.Instruction.Stage, model.Source.At(span), model.Source.Substring(span));
            }
        }

        foreach (var written in WrittenText.Of(model))
        {
            if (written.Path.Contains("openssl", StringComparison.Ordinal) && SpanOf(model.Source, written) is { } span)
                yield return ReportIn(written.Instruction.Stage, model.Source.At(span), model.Source.Substring(span));
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(WeakTlsVersionForced),
        Title = "Broken version of TLS is allowed",
        MessageFormat = "'{0}' allows encryption that can be broken on the way; ask for TLS 1.2 or later, and update the server that cannot",
        Rationale = "SSL 2 and 3, TLS 1.0 and 1.1 and keys below OpenSSL's security level 2 have known attacks, and browsers, clouds and standards gave them up. "
            + "Written into openssl.cnf the weakness holds for every connection of the application, not only for the old database that needed it.",
        WhenToIgnore = "When a system that cannot be updated needs it, and the connection stays within a guarded network.",
        CatalogueSlugs = ["weak-tls-version-forced"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(327), RuleReference.OwaspDocker("D08")],
        Aliases = ["sonar:S4423"],
        Violations =
        [
            new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN sed -i 's/SECLEVEL=2/[|SECLEVEL=1|]/' /etc/ssl/openssl.cnf\nUSER $APP_UID\n"),
            new("Dockerfile", "FROM debian:13\nRUN curl [|--tlsv1.0|] -O https://old.example.com/tool.deb\nUSER nobody\n"),
        ],
        Fixed = [new("Dockerfile", "FROM debian:13\nRUN curl --tlsv1.2 -O https://old.example.com/tool.deb\nUSER nobody\n")],
    };

    private static TextSpan? SpanOf(Invocation invocation) => invocation.Name switch
    {
        "curl" => invocation.FindOption("-1", "-2", "-3", "--tlsv1", "--tlsv1.0", "--tlsv1.1", "--sslv2", "--sslv3") is { } option
            ? option.TokenSpan
            : ValueOf(invocation, "--tls-max", IsWeakVersion),
        "wget" => ValueOf(invocation, "--secure-protocol", IsWeakVersion),
        "openssl" => invocation.Words is [{ Value: "s_client" }, ..]
            ? invocation.Words.FirstOrDefault(word => word.Value is "-ssl2" or "-ssl3" or "-tls1" or "-tls1_1")?.Span
            : null,
        _ => null,
    };

    private static TextSpan? ValueOf(Invocation invocation, string name, Func<string, bool> isWeak) =>
        invocation.FindOption(name) is { Value: { } value } option && isWeak(value) ? option.ValueSpan : null;

    private static TextSpan? SpanOf(SourceText source, WrittenText written)
    {
        foreach (var (value, span) in written.SettingsOf(source, "MinProtocol"))
        {
            if (IsWeakVersion(value) || value.Equals("None", StringComparison.OrdinalIgnoreCase))
                return span;
        }

        foreach (var mark in (string[])["SECLEVEL=0", "SECLEVEL=1"])
        {
            if (written.Text.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var at)
                return written.SpanOf(source, at, mark.Length);
        }

        // What `sed` puts in place of another version.
        return IsWeakVersion(written.Text.Trim()) ? written.SpanOf(source, 0, written.Text.Length) : null;
    }

    private static bool IsWeakVersion(string version) =>
        version.ToUpperInvariant().Replace('_', '.') is "1.0" or "1.1" or "TLSV1" or "TLSV1.0" or "TLSV1.1" or "SSLV2" or "SSLV3";
}
