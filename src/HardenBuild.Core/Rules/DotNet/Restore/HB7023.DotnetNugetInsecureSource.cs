using HardenBuild.Model.Docker;
using HardenBuild.Rules.DotNet.Secrets;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Rules.DotNet.Restore;

/// <summary>Packages are fetched without TLS.</summary>
internal sealed class DotnetNugetInsecureSource() : DockerfileRule("HB7023", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var command in DotnetCommand.Of(model))
        {
            if (command.IsRun && FindInsecure(command) is { } span)
                yield return ReportIn(command.Stage, model.Source.At(span), model.Source.Substring(span));
        }

        foreach (var text in NuGetConfigText.Of(model))
        {
            foreach (var value in text.ValuesOfAttribute("value").Where(value => IsInsecureUrl(TextOf(text, value)))
                .Concat(text.ValuesOfAttribute("allowInsecureConnections").Concat(text.ValuesOfAttribute("disableTLSCertificateValidation")).Where(value => IsTrue(TextOf(text, value)))))
            {
                yield return ReportIn(text.Instruction.Stage, model.Source.At(text.Text.MapToSource(value)), TextOf(text, value));
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetNugetInsecureSource),
        Title = "Packages are fetched without TLS",
        MessageFormat = "'{0}' lets anyone between the build and the feed replace the packages; use 'https://', and give the image the certificate authority if it is a private one",
        Rationale = "Packages run code while building and end up in the application. Without TLS, or without the check of the server's certificate, whoever controls a network on the way chooses what is installed.",
        WhenToIgnore = "When the feed is on the same machine or in a network that nobody else can reach, and packages are verified by signature.",
        CatalogueSlugs = ["dotnet-nuget-insecure-source"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(319), RuleReference.OwaspDocker("D08")],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nRUN dotnet restore --source [|http://nuget.example.com/v3/index.json|]\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nRUN dotnet restore --source https://nuget.example.com/v3/index.json\n")],
        ComparedWith = "A feed on the build machine itself ('localhost', 'host.docker.internal') is accepted.",
    };

    private static TextSpan? FindInsecure(DotnetCommand command)
    {
        foreach (var option in command.Invocation.Options)
        {
            if (option.Name is "--allow-insecure-connections")
                return option.Span;
            if (option.Name is "-s" or "--source" or "--add-source" && option is { HasValue: true, ValuePrefix: var url } && IsInsecureUrl(url))
                return option.ValueSpan;
            if (option.Name is "-p" or "-property" or "--property" && option.ValuePrefix.IndexOf("Sources=", StringComparison.Ordinal) is var at and >= 0 && IsInsecureUrl(option.ValuePrefix.Substring(at + "Sources=".Length)))
                return option.ValueSpan;
        }

        return command.Verb is "nuget add" or "nuget update" && command.Arguments.FirstOrDefault(word => IsInsecureUrl(word.Prefix)) is { } operand ? operand.Span : null;
    }

    private static string TextOf(NuGetConfigText text, TextSpan span) => text.Text.Text.Substring(span.Start, span.Length);

    private static bool IsTrue(string value) => value.Equals("true", StringComparison.OrdinalIgnoreCase);

    private static bool IsInsecureUrl(string value)
    {
        if (!value.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            return false;
        var host = value.Substring("http://".Length);
        var end = host.IndexOfAny(['/', ':']);
        host = end < 0 ? host : host.Substring(0, end);
        // An empty host is a variable: who knows where it points.
        return host.Length > 0 && host is not ("localhost" or "127.0.0.1" or "[" or "host.docker.internal" or "schemas.microsoft.com");
    }
}
