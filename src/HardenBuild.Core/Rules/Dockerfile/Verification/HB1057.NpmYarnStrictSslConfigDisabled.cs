using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Verification;

/// <summary>npm, yarn or pnpm is configured not to check certificates.</summary>
internal sealed class NpmYarnStrictSslConfigDisabled() : DockerfileRule("HB1057", RuleSeverity.Error, RuleSeverity.Error)
{
    private static readonly string[] Keys = ["strict-ssl", "strictSsl", "enableStrictSsl"];

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var command in model.Commands)
        {
            foreach (var program in command.Invocations)
            {
                if (program.Name is "npm" or "yarn" or "pnpm" && (OptionOf(program) ?? SettingOf(program)) is { } span)
                    yield return ReportIn(command.Instruction.Stage, model.Source.At(span), program.Name);
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(NpmYarnStrictSslConfigDisabled),
        Title = "Package manager for Node.js is configured to accept any certificate",
        MessageFormat = "Without 'strict-ssl' {0} takes packages from anyone who answers in the registry's place; remove the setting, and name a private certificate authority with 'cafile'",
        Rationale = "Packages run scripts when they are installed. Without the check of the certificate they may come from anyone on the network between build and registry, "
            + "and 'config set' stays in the image for every later install.",
        WhenToIgnore = "When the registry is a mirror on the build machine itself.",
        CatalogueSlugs = ["npm-yarn-strict-ssl-config-disabled"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(295), RuleReference.OwaspDocker("D08")],
        Aliases = ["checkov:CKV2_DOCKER_13"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN npm config set [|strict-ssl false|] && npm ci\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nCOPY company-ca.pem /etc/ssl/company-ca.pem\nRUN npm config set cafile /etc/ssl/company-ca.pem && npm ci\nUSER $APP_UID\n")],
        ComparedWith = "'--strict-ssl=false' on a single command and 'enableStrictSsl' of newer Yarn versions do the same and are reported too.",
    };

    private static TextSpan? OptionOf(Invocation program)
    {
        if (program.FindOption("--strict-ssl") is { Value: "false" } option)
            return option.ValueWord is null ? option.Span : TextSpan.FromBounds(option.Span.Start, option.ValueSpan.End);
        return program.FindOption("--no-strict-ssl")?.Span;
    }

    /// <summary><c>config set key value</c>, <c>set key=value</c>.</summary>
    private static TextSpan? SettingOf(Invocation program)
    {
        var first = program.Subcommand switch
        {
            "set" => 0,
            "config" or "c" when program.Operands is [{ Value: "set" }, ..] => 1,
            _ => program.Operands.Length,
        };
        for (var i = first; i < program.Operands.Length; i++)
        {
            var word = program.Operands[i];
            if (word.Value is not { } text)
                continue;
            if (Array.IndexOf(Keys, text) >= 0 && i + 1 < program.Operands.Length && program.Operands[i + 1].Value is "false")
                return TextSpan.FromBounds(word.Span.Start, program.Operands[i + 1].Span.End);
            if (text.EndsWith("=false", StringComparison.Ordinal) && Array.IndexOf(Keys, text.Substring(0, text.Length - 6)) >= 0)
                return word.Span;
        }

        return null;
    }
}
