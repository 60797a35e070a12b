using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Copying;

/// <summary>An archive is copied and unpacked by a later RUN.</summary>
internal sealed class ArchiveCopiedThenExtracted() : DockerfileRule("HB1099", RuleSeverity.None, RuleSeverity.None)
{
    private static readonly string[] Extensions =
        [".tar", ".gz", ".bz2", ".lz", ".lzma", ".xz", ".zst", ".z", ".tgz", ".tbz", ".tbz2", ".tb2", ".tlz", ".tpz", ".txz", ".tz", ".tzst"];

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        var extracted = ExtractedNames(model);
        foreach (var instruction in model.Instructions)
        {
            if (instruction.Syntax is not CopyInstruction { From: null } copy)
                continue;
            foreach (var name in ArchivesOf(model, instruction, copy))
            {
                if (extracted.TryGetValue((instruction.Stage, name), out var span) && span.Start > copy.Span.Start)
                {
                    yield return ReportIn(instruction.Stage, model.Source.At(copy.KeywordSpan), name) with
                    {
                        Related = [new RelatedLocation(model.Source.At(span), "Unpacked here")],
                    };
                    break;
                }
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ArchiveCopiedThenExtracted),
        Title = "Archive is copied and then unpacked",
        MessageFormat = "'{0}' is in the image twice, packed and unpacked, also when a later RUN deletes it; use ADD, which unpacks while copying, or a bind mount",
        Rationale = "COPY puts the archive into a layer of its own where it stays for good. ADD unpacks tar archives by itself, and 'RUN --mount=type=bind' reads one without copying it.",
        WhenToIgnore = "When the archive is checked or unpacked with options that ADD does not have.",
        CatalogueSlugs = ["archive-copied-then-extracted"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Aliases = ["hadolint:DL3010"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\n[|COPY|] app.tar.gz /tmp/\nRUN tar -xzf /tmp/app.tar.gz -C /opt\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nADD app.tar.gz /opt/\nUSER $APP_UID\n")],
        ComparedWith = "ADD does not unpack zip archives, so 'unzip' after COPY is accepted. Off by default: ADD hides what it does.",
    };

    /// <summary>The last place in each stage where a file of the name is unpacked.</summary>
    private static Dictionary<(DockerfileStage, string), TextSpan> ExtractedNames(DockerfileModel model)
    {
        var names = new Dictionary<(DockerfileStage, string), TextSpan>();
        foreach (var command in model.Commands)
        {
            if (command.Instruction.Syntax.Kind != InstructionKind.Run)
                continue;
            foreach (var invocation in command.Invocations)
            {
                if (!Extracts(invocation))
                    continue;
                foreach (var word in invocation.Words)
                {
                    if (word.Value is { } file && IsArchive(file))
                        names[(command.Instruction.Stage, FileName(file))] = word.Span;
                }
            }
        }

        return names;
    }

    private static bool Extracts(Invocation invocation) => invocation.Name switch
    {
        "tar" or "bsdtar" or "gtar" => invocation.FindOption("-x", "--extract", "--get") is not null,
        "gunzip" or "bunzip2" or "unlzma" or "unxz" or "unzstd" or "uncompress" or "zcat" or "zgz" => true,
        "gzip" or "bzip2" or "xz" or "zstd" => invocation.FindOption("-d", "--decompress", "--uncompress") is not null,
        _ => false,
    };

    /// <summary>The names under which the copied archives can be found.</summary>
    private static IEnumerable<string> ArchivesOf(DockerfileModel model, StageInstruction instruction, CopyInstruction copy)
    {
        if (model.Expand(copy.Destination, instruction.State).Text is { } target && IsArchive(target))
        {
            yield return FileName(target);
            yield break;
        }

        foreach (var source in copy.Sources)
        {
            // A backslash in a Windows path is an escape to the builder, but not to the person who wrote it.
            var path = source.Text.Text.Contains('\\') ? source.Text.Text.Trim('"') : model.Expand(source, instruction.State).Text;
            if (path is not null && copy.HeredocOf(source) is null && IsArchive(path))
                yield return FileName(path);
        }
    }

    private static bool IsArchive(string path) => Extensions.Any(extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase));

    private static string FileName(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
}
