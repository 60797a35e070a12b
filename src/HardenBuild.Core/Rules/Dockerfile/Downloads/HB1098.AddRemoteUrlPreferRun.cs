using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Downloads;

/// <summary>ADD downloads a URL.</summary>
internal sealed class AddRemoteUrlPreferRun() : DockerfileRule("HB1098", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        DockerfileInstruction? reported = null;
        foreach (var download in Download.Of(model))
        {
            if (download.Instruction.Syntax is not AddInstruction add || add == reported || add.FindFlag("checksum") is not null)
                continue;
            if (download.Url is not { Scheme: "http" or "https" or "ftp" } || download.Url.Path.EndsWith(".git", StringComparison.Ordinal))
                continue;
            reported = add;
            yield return ReportIn(download.Instruction.Stage, model.Source.At(add.KeywordSpan), download.Text.Replace(ExpandedWord.Placeholder, "..."));
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(AddRemoteUrlPreferRun),
        Title = "ADD downloads a URL",
        MessageFormat = "ADD of '{0}' keeps the file in a layer of its own, unchecked; add '--checksum=sha256:...', or download, check, use and delete it in one RUN",
        Rationale = "What ADD fetches stays in its layer, also when a later RUN deletes it, and without '--checksum' nobody notices that it changed. "
            + "One RUN can fetch, check, unpack and delete the file without leaving it behind.",
        WhenToIgnore = "When the file itself belongs into the image and its content may change.",
        CatalogueSlugs = ["add-remote-url-prefer-run"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(494), RuleReference.OwaspDocker("D08")],
        Aliases = ["checkov:CKV_DOCKER_4", "kics:curl_or_wget_instead_of_add"],
        Related = ["sonar:S7026"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\n[|ADD|] https://example.com/tool.tgz /opt/\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nADD --checksum=sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 https://example.com/tool.tgz /opt/\nUSER $APP_UID\n")],
        ComparedWith = "KICS wants RUN with curl instead of ADD, Sonar wanted the opposite: with a checksum either is fine. HB1071 reports the missing checksum; this rule is off by default. "
            + "checkov reports every ADD, for local files see HB1097.",
    };
}
