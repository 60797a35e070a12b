using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Copying;

/// <summary>ADD does nothing that COPY would not do.</summary>
internal sealed class AddInsteadOfCopy() : DockerfileRule("HB1097", RuleSeverity.Warning, RuleSeverity.Warning)
{
    // What the builder unpacks, by file name: archives of tar, plain or compressed.
    private static readonly string[] Archives =
        [".tar", ".gz", ".tgz", ".bz2", ".tbz", ".tbz2", ".xz", ".txz", ".zst", ".tzst", ".lz", ".tlz", ".lzma", ".z"];

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var instruction in model.Instructions)
        {
            if (instruction.Syntax is AddInstruction add && !HasOwnFlag(add) && add.Sources.All(source => IsPlainPath(model, instruction, add, source)))
                yield return ReportIn(instruction.Stage, model.Source.At(add.KeywordSpan), add.Sources[0].Value);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(AddInsteadOfCopy),
        Title = "ADD is used where COPY is enough",
        MessageFormat = "ADD of '{0}' only copies, but would unpack an archive or download a URL if the name changed; use COPY",
        Rationale = "ADD downloads URLs and unpacks archives depending on how its source looks. COPY only copies, so what a line does can be read off it.",
        WhenToIgnore = "When the source is an archive under a name that does not say so, and ADD is meant to unpack it.",
        CatalogueSlugs = ["add-instead-of-copy"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("4.9"), RuleReference.DevSec("docker-4.9"), RuleReference.Cwe(829), RuleReference.OwaspDocker("D08")],
        Aliases = ["hadolint:DL3020", "trivy:DS-0005", "sonar:S7029", "dockle:CIS-DI-0009"],
        Related = ["checkov:CKV_DOCKER_4", "kics:add_instead_of_copy", "kics:copy_instead_of_add", "semgrep:prefer-copy-over-add"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\n[|ADD|] publish /app\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY publish /app\nUSER $APP_UID\n")],
        ComparedWith = "checkov reports every ADD, also of archives and URLs, which COPY cannot replace.",
    };

    private static bool HasOwnFlag(AddInstruction add) =>
        add.FindFlag("checksum") is not null || add.FindFlag("keep-git-dir") is not null || add.FindFlag("unpack") is not null;

    private static bool IsPlainPath(DockerfileModel model, StageInstruction instruction, AddInstruction add, DockerfileWord source)
    {
        if (add.HeredocOf(source) is not null || model.Expand(source, instruction.State).Text is not { } path)
            return false;

        // `file:<hash> in` is how the history of an image shows an ADD.
        return !IsRemote(path) && !IsArchive(path) && !path.StartsWith("file:", StringComparison.Ordinal);
    }

    private static bool IsRemote(string path) =>
        path.Contains("://", StringComparison.Ordinal)
        || path.StartsWith("git@", StringComparison.Ordinal)
        || path.StartsWith("github.com/", StringComparison.Ordinal)
        || path.EndsWith(".git", StringComparison.Ordinal)
        || path.Contains(".git#", StringComparison.Ordinal);

    private static bool IsArchive(string path)
    {
        foreach (var extension in Archives)
        {
            if (path.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
