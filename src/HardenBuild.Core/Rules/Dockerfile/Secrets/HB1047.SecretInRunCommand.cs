using HardenBuild.Model.Docker;
using HardenBuild.Model.Secrets;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Secrets;

/// <summary>A command of the build is given a credential on its command line.</summary>
internal sealed class SecretInRunCommand() : DockerfileRule("HB1047", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        var argument = new SecretArgument(model);
        foreach (var command in model.Commands)
        {
            if (command.Instruction.Syntax.Kind != InstructionKind.Run)
                continue;
            foreach (var program in command.Invocations)
            {
                foreach (var word in CredentialOptions.Of(program))
                {
                    if (argument.IsExposed(word, command.Instruction))
                        yield return ReportIn(command.Instruction.Stage, model.Source.At(SpanOf(model.Source, word)), program.Name ?? "");
                }
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(SecretInRunCommand),
        Title = "Credential is passed on a command line",
        MessageFormat = "The credential given to '{0}' stays readable in the image and its history; mount it with 'RUN --mount=type=secret' and read it from '/run/secrets'",
        Rationale = "The text of RUN, with the values of its build arguments, is recorded in the image: 'docker history' shows it to everyone who can pull the image. "
            + "What the program then saves, such as its own configuration file, is in a layer as well.",
        WhenToIgnore = "When the value is no secret, such as the fixed password of a test system.",
        CatalogueSlugs = ["secret-in-run-command"],
        IsAboutSecretValue = true,
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("4.10"), RuleReference.Cwe(214), RuleReference.OwaspDocker("D06")],
        Aliases = ["trivy:DS-0031"],
        Supersedes = ["HB1046"],
        Violations =
        [
            new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nARG FEED\nRUN dotnet nuget add source https://nuget.example.com/v3/index.json -u build -p [|\"$FEED\"|] --store-password-in-clear-text\n"),
        ],
        Fixed =
        [
            new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN --mount=type=secret,id=feed,env=FEED,required=true \\\n    dotnet nuget add source https://nuget.example.com/v3/index.json -u build -p \"$FEED\" --store-password-in-clear-text && dotnet restore && dotnet nuget remove source Package\n"),
        ],
        ComparedWith = "Trivy knows aws, az, gcloud, docker and doctl; curl, wget, npm, git, dotnet and NuGet take credentials the same way. A value that a secret mount or the script itself provides is accepted.",
    };

    /// <summary>The credential within the word when its form tells, so that HB1046 does not report it again.</summary>
    private static TextSpan SpanOf(SourceText source, CommandWord word)
    {
        var matches = SecretScanner.Find(source.Substring(word.Span));
        return matches.IsEmpty ? word.Span : new TextSpan(word.Span.Start + matches[0].Span.Start, matches[0].Span.Length);
    }
}
