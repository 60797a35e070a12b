using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Verification;

/// <summary>Git is told not to check certificates.</summary>
internal sealed class GitSslVerifyDisabled() : DockerfileRule("HB1054", RuleSeverity.Error, RuleSeverity.Error)
{
    private const string Key = "sslverify";

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var setting in model.VariableSettings)
        {
            if (setting is { Name: "GIT_SSL_NO_VERIFY", Value.Length: > 0 })
                yield return Report(model.Source.At(setting.Span), setting.Name) with { LogicalPath = setting.Stage?.ToString() };
        }

        foreach (var command in model.Commands)
        {
            foreach (var git in command.Invocations)
            {
                if (git.Is("git") && SpanOf(git) is { } span)
                    yield return ReportIn(command.Instruction.Stage, model.Source.At(span), "http.sslVerify=false");
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(GitSslVerifyDisabled),
        Title = "Git does not check certificates",
        MessageFormat = "'{0}' lets anyone between the build and the server replace the sources that Git fetches; remove it, and name a private certificate authority with 'http.sslCAInfo'",
        Rationale = "Without the check of the certificate the other end of an HTTPS connection can be anyone. What is cloned is compiled into the image, so a single changed answer is enough. "
            + "Set by ENV or in Git's configuration, the switch also holds for everything that runs in the image later.",
        WhenToIgnore = "When the clone is compared with a commit hash that stands in the Dockerfile.",
        CatalogueSlugs = ["git-ssl-verify-disabled"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(295), RuleReference.OwaspDocker("D08")],
        Aliases = ["checkov:CKV2_DOCKER_14"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nENV [|GIT_SSL_NO_VERIFY=1|]\nRUN git clone https://git.example.com/shop.git\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nCOPY company-ca.crt /usr/local/share/ca-certificates/\nRUN update-ca-certificates && git clone https://git.example.com/shop.git\n")],
        ComparedWith = "Git looks at whether the variable is set, not at its value, so '0' is reported as well. The same switch in 'git -c' and 'git config' is reported too, which checkov does not read.",
    };

    private static TextSpan? SpanOf(Invocation git)
    {
        foreach (var option in git.FindOptions("-c", "--config"))
        {
            if (option.Value?.IndexOf('=') is > 0 and var equals && IsKey(option.Value.Substring(0, equals)) && SwitchWords.IsOff(option.Value.Substring(equals + 1)))
                return option.ValueSpan;
        }

        if (git.Subcommand != "config")
            return null;
        for (var i = 0; i + 1 < git.Operands.Length; i++)
        {
            if (IsKey(git.Operands[i].Value) && SwitchWords.IsOff(git.Operands[i + 1].Value))
                return TextSpan.FromBounds(git.Operands[i].Span.Start, git.Operands[i + 1].Span.End);
        }

        return null;
    }

    /// <summary><c>http.sslVerify</c>, or the same for one server: <c>http.https://host/.sslVerify</c>.</summary>
    private static bool IsKey(string? key) =>
        key is not null && key.StartsWith("http.", StringComparison.OrdinalIgnoreCase) && key.EndsWith("." + Key, StringComparison.OrdinalIgnoreCase);
}
