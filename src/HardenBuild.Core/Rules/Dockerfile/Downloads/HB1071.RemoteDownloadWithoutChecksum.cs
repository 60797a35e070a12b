using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Downloads;

/// <summary>An archive or program is downloaded and used unchecked.</summary>
internal sealed class RemoteDownloadWithoutChecksum() : DockerfileRule("HB1071", RuleSeverity.Suggestion, RuleSeverity.Warning)
{
    private static readonly string[] Extensions =
    [
        ".tar", ".tar.gz", ".tar.xz", ".tar.bz2", ".tar.zst", ".tgz", ".txz", ".tbz", ".tbz2", ".zip", ".gz", ".xz", ".deb", ".rpm", ".apk", ".exe", ".msi", ".jar", ".war",
        ".whl", ".nupkg", ".appimage", ".run", ".bin",
    ];

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        var isChecked = new CheckedDownloads();
        foreach (var download in Download.Of(model))
        {
            if (IsCode(download) && !isChecked.Contains(download))
                yield return ReportIn(download.Instruction.Stage, model.Source.At(download.Span), NameOf(download));
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RemoteDownloadWithoutChecksum),
        Title = "Downloaded archive or program is not checked",
        MessageFormat = "'{0}' is whatever the server sends on the day of the build; compare it with a SHA-256 in the Dockerfile ('sha256sum -c', or '--checksum' of ADD), or verify its signature",
        Rationale = "The URL says where a file came from, not that it is the file that was reviewed. A release that is replaced, a domain that is sold or a proxy on the way changes the image "
            + "without a trace in the repository.",
        WhenToIgnore = "When the server is your own and guarded like the repository, or the file is checked by the program that reads it.",
        CatalogueSlugs = ["remote-download-without-checksum"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.Medium,
        References = [RuleReference.CisDocker("4.12"), RuleReference.Cwe(494), RuleReference.OwaspDocker("D08")],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN curl -fsSLO [|https://example.com/protoc-29.1.zip|] && unzip protoc-29.1.zip\n")],
        Fixed =
        [
            new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN curl -fsSLO https://example.com/protoc-29.1.zip \\\n    && echo '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08  protoc-29.1.zip' | sha256sum -c \\\n    && unzip protoc-29.1.zip\n"),
            new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nADD --checksum=sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 https://example.com/protoc.zip /tools/\n"),
        ],
        ComparedWith = "Any comparison with a checksum or signature in the same RUN is taken to be about the download. A script that is piped into a shell is reported by HB1070 alone, "
            + "a Git repository without a reference by HB1152.",
    };

    private static string NameOf(Download download) =>
        (download.Url.FileName is { Length: > 0 } name ? name : download.Text).Replace(ExpandedWord.Placeholder, "...");

    private static bool IsCode(Download download)
    {
        if (IsGit(download.Url))
            return false;
        if (download.Instruction.Syntax is AddInstruction)
            return true;
        var name = download.Url.FileName.ToLowerInvariant();
        if (Extensions.Any(extension => name.EndsWith(extension, StringComparison.Ordinal)))
            return true;
        return IsProgram(download.Output) || (name.EndsWith(".sh", StringComparison.Ordinal) && SavesFile(download));
    }

    private static bool IsProgram(string? output) =>
        output is not null && (output.Contains("/bin/", StringComparison.Ordinal) || output.Contains("/sbin/", StringComparison.Ordinal) || output.EndsWith(".sh", StringComparison.Ordinal));

    /// <summary>curl prints what it fetches unless told otherwise, wget saves it.</summary>
    private static bool SavesFile(Download download) =>
        download.Output is { } output ? output is not ("-" or "/dev/stdout") : download.Program!.Is("wget") || download.Program.FindOption("-O", "--remote-name") is not null;

    private static bool IsGit(RemoteUrl url) => url.Path.EndsWith(".git", StringComparison.Ordinal);
}
