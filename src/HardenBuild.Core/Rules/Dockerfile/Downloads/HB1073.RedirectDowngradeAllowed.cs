using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Downloads;

/// <summary>A download may be redirected away from HTTPS.</summary>
internal sealed class RedirectDowngradeAllowed() : DockerfileRule("HB1073", RuleSeverity.None, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var inCommand in Download.Of(model).Where(download => download is { Command: not null, Url.Scheme: "https" }).GroupBy(download => download.Command!))
        {
            if (DownloadCheck.IsIn(inCommand.Key))
                continue;
            var offenders = inCommand.Where(download => !RemoteUrl.IsOwnMachine(download.Text) && SpanOf(download.Program!) is not null).Select(download => download.Program!).Distinct().ToList();
            if (offenders.Count == 0)
                continue;
            var places = offenders.ConvertAll(program => model.Source.At(SpanOf(program)!.Value));
            yield return ReportIn(inCommand.Key.Instruction.Stage, places[0], offenders[0].Name ?? "", offenders[0].Is("curl") ? "--proto '=https'" : "--https-only") with
            {
                Related = RepeatedPlaces.AfterFirst(places, "Here too"),
            };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RedirectDowngradeAllowed),
        Title = "Download may be redirected to clear text",
        MessageFormat = "'{0}' follows a redirect from HTTPS to HTTP, where anyone on the way can replace the file; add {1}",
        Rationale = "The server's answer decides where the file really comes from. Both programs follow a redirect to 'http://' unless they are told not to, so one wrong redirect takes the protection away unseen.",
        WhenToIgnore = "When the file is compared with a checksum or signature afterwards.",
        CatalogueSlugs = ["redirect-downgrade-allowed"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(757), RuleReference.OwaspDocker("D08")],
        Aliases = ["sonar:S6506"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN curl -fsS[|L|]O https://example.com/tool.tgz\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN curl --proto '=https' --tlsv1.2 -fsSLO https://example.com/tool.tgz\nUSER $APP_UID\n")],
        ComparedWith = "Off by default: nearly every download is written this way. A RUN that checks what it downloaded is accepted, and several downloads of one RUN are one finding.",
    };

    private static TextSpan? SpanOf(Invocation program)
    {
        if (program.Is("wget"))
            return program.FindOption("--https-only") is not null || program.OptionValue("--max-redirect") == "0" ? null : program.NameWord.Span;
        if (program.FindOption("--proto", "--proto-redir") is { Value: { } protocols } && !AllowsClearText(protocols))
            return null;
        return program.FindOption("-L", "--location", "--location-trusted")?.TokenSpan;
    }

    /// <summary><c>=https</c> and <c>-all,https</c> leave only HTTPS.</summary>
    private static bool AllowsClearText(string protocols)
    {
        var names = protocols.Split(',');
        return !(names[0] is ['=', ..] || names[0] == "-all") || names.Any(name => name.TrimStart('=', '+').Trim() is "http" or "ftp" or "all");
    }
}
