using HardenBuild.Configuration.Dialects;
using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Rules;
using HardenBuild.Rules.Tool;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Text;

namespace HardenBuild.Scanning;

/// <summary>A Dockerfile, from text to findings.</summary>
internal static class DockerfileAnalysis
{
    public static IReadOnlyList<FileFindings> Run(SourceText source, RuleSelection rules, BuildContextFinder? contexts)
    {
        var result = new FileFindings(source) { PeerDialects = PeerDialects.Dockerfile };
        var syntax = DockerfileSyntax.Parse(source);
        foreach (var error in syntax.Errors)
            result.Findings.Add(DockerfileParseError.Instance.At(source.At(error.Span), error.Message));
        AddExpansionErrors(syntax, result);
        result.Comments.AddRange(DockerfileComments.Of(syntax));

        var selection = rules.For(source.Path);
        var model = DockerfileModel.Create(syntax, selection.Options);
        AddLimit(model, result);
        foreach (var instruction in syntax.Instructions)
            result.Constructs.Add(instruction.Span);
        foreach (var stage in model.Stages)
        {
            if (stage.From is { } from)
                result.Constructs.Add(TextSpan.FromBounds(from.Span.Start, EndOf(stage, from)));
        }

        // The rules about the file alone first: what they ask of the model is then known to its copy with the build context.
        Run(RuleReach.File, model, selection, result);
        Run(RuleReach.Repository, model.In(contexts?.Find(model)), selection, result);
        return ForeignFindings.Split(result);
    }

    private static void Run(RuleReach reach, DockerfileModel model, RuleSelection.FileSelection selection, FileFindings result)
    {
        foreach (var rule in RuleCatalog.Dockerfile)
        {
            if (rule.Reach == reach && selection.Runs(rule))
                RuleGuard.Run(rule, model, static (rule, model) => rule.Analyze(model), result.Source, result.Findings);
        }
    }

    private static void AddExpansionErrors(DockerfileSyntax syntax, FileFindings result)
    {
        foreach (var instruction in syntax.Instructions)
        {
            foreach (var word in ExpandedWords.Of(instruction))
            {
                // A warning: BuildKit's parser reads the instruction, and only expands its words when the stage is built.
                if (VariableExpansion.FindError(word.Text, syntax.EscapeCharacter) is { } error)
                    result.Findings.Add(DockerfileParseError.Instance.At(syntax.Source.At(error.Span), error.Message) with { AtMost = RuleSeverity.Warning });
            }
        }
    }

    /// <summary>One finding a file, for a generated script is seldom the only one.</summary>
    private static void AddLimit(DockerfileModel model, FileFindings result)
    {
        foreach (var command in model.Commands)
        {
            foreach (var script in command.Scripts)
            {
                if (script.LimitError is not { } error)
                    continue;
                // A warning: the builder itself has no such limit.
                result.Findings.Add(LimitExceeded.Instance.At(model.Source.At(error.Span), model.Source.Path, error.Message) with { AtMost = RuleSeverity.Warning });
                return;
            }
        }
    }

    private static int EndOf(DockerfileStage stage, FromInstruction from) => stage.Instructions.IsEmpty
        ? from.Span.End
        : Math.Max(from.Span.End, stage.Instructions[stage.Instructions.Length - 1].Syntax.Span.End);
}
