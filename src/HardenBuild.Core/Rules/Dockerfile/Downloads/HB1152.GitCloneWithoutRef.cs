using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Downloads;

/// <summary>A Git repository is taken as it is on the day of the build.</summary>
internal sealed class GitCloneWithoutRef() : DockerfileRule("HB1152", RuleSeverity.Suggestion, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var sameRepository in Clones(model).GroupBy(clone => clone.Repository, StringComparer.Ordinal))
        {
            var first = sameRepository.First();
            yield return ReportIn(first.Instruction.Stage, model.Source.At(first.Span), first.Repository) with
            {
                Related = RepeatedPlaces.AfterFirst(sameRepository.Select(clone => model.Source.At(clone.Span)), "Cloned here too"),
            };
        }

        foreach (var instruction in model.Instructions)
        {
            if (instruction.Syntax is not AddInstruction add || add.FindFlag("checksum") is not null)
                continue;
            foreach (var source in add.Sources)
            {
                if (model.Expand(source, instruction.State).Text is { } text && IsRepository(text) && SpanOfMoving(model, source, text) is { } span)
                    yield return ReportIn(instruction.Stage, model.Source.At(span), source.Value);
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(GitCloneWithoutRef),
        Title = "Git repository is taken without a fixed version",
        MessageFormat = "'{0}' is whatever its default branch holds on the day of the build; name a tag with '--branch', or check out a commit",
        Rationale = "The same Dockerfile builds different images from one day to the next, and a commit that someone pushes to the other repository is in the image without a review here.",
        WhenToIgnore = "When the image is meant to follow the branch, as for nightly builds.",
        CatalogueSlugs = ["git-clone-without-ref"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(494), RuleReference.OwaspDocker("D08")],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN git clone --depth 1 [|https://github.com/example/tool.git|]\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN git clone --depth 1 --branch v2.4.1 https://github.com/example/tool.git\n")],
    };

    private static IEnumerable<(string Repository, StageInstruction Instruction, TextSpan Span)> Clones(DockerfileModel model)
    {
        foreach (var command in model.Commands)
        {
            if (command.Instruction.Syntax.Kind != InstructionKind.Run || command.Invocations.Any(SelectsCommit))
                continue;
            foreach (var git in command.Invocations)
            {
                if (git.Is("git") && git.Subcommand == "clone" && RepositoryOf(git) is { } repository && !IsPinned(git))
                    yield return (repository.ToString(), command.Instruction, repository.Span);
            }
        }
    }

    /// <summary>Null for a repository on the same machine, and for one that nobody here knows.</summary>
    private static CommandWord? RepositoryOf(Invocation git) => git.Operands is [var first, ..] && IsRemote(first.Prefix) ? first : null;

    private static bool IsRemote(string repository) =>
        (repository.Contains("://", StringComparison.Ordinal) && !repository.StartsWith("file:", StringComparison.Ordinal)) || repository.StartsWith("git@", StringComparison.Ordinal);

    private static bool IsPinned(Invocation git) =>
        git.FindOption("--revision") is not null || (git.FindOption("-b", "--branch") is { } branch && !IsMoving(branch.Value));

    private static bool SelectsCommit(Invocation git) =>
        git.Is("git") && (git.Subcommand switch
        {
            "checkout" or "switch" => git.Operands.Length > 0 && !IsMoving(git.Operands[0].Value),
            "reset" => git.Operands.Length > 0,
            "fetch" => git.Operands.Length > 1,
            _ => false,
        });

    private static bool IsMoving(string? reference) => reference is "main" or "master" or "develop" or "dev" or "trunk" or "HEAD";

    private static bool IsRepository(string text)
    {
        var hash = text.IndexOf('#');
        var repository = hash < 0 ? text : text.Substring(0, hash);
        return (repository.EndsWith(".git", StringComparison.Ordinal) && IsRemote(repository)) || repository.StartsWith("git@", StringComparison.Ordinal);
    }

    /// <summary>The reference when it names a branch that moves, the whole word when there is none; null when it is fixed.</summary>
    private static TextSpan? SpanOfMoving(DockerfileModel model, DockerfileWord source, string text)
    {
        var hash = text.IndexOf('#');
        var reference = hash < 0 ? "" : text.Substring(hash + 1);
        var colon = reference.IndexOf(':');
        var name = colon < 0 ? reference : reference.Substring(0, colon);
        if (name.Length > 0 && !IsMoving(name))
            return null;
        var at = model.Source.Content.IndexOf('#', source.Span.Start, source.Span.Length);
        return at < 0 || name.Length == 0 ? source.Span : TextSpan.FromBounds(at + 1, source.Span.End);
    }
}
