using System.Collections.Immutable;
using HardenBuild.Rules;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker;

/// <summary>Groups instructions into stages and computes what each inherits.</summary>
internal sealed class DockerfileModelBuilder
{
    private readonly DockerfileSyntax _syntax;
    private readonly ExpansionBudget _budget;
    private readonly StageStateReader _states;
    private readonly StageNames _names = new();
    private readonly ShellPragmas _shells;
    private StageVariables _globals = new();

    public DockerfileModelBuilder(DockerfileSyntax syntax)
    {
        _syntax = syntax;
        _budget = ExpansionBudget.For(syntax.Source.Length);
        _states = new StageStateReader(syntax, _budget);
        _shells = new ShellPragmas(syntax);
    }

    public DockerfileModel Build(RuleOptions options)
    {
        var arguments = ImmutableArray.CreateBuilder<ArgInstruction>();
        var orphans = new List<DockerfileInstruction>();
        var position = 0;
        for (; position < _syntax.Instructions.Length && _syntax.Instructions[position].Kind != InstructionKind.From; position++)
        {
            if (_syntax.Instructions[position] is ArgInstruction argument)
                arguments.Add(argument);
            else
                orphans.Add(_syntax.Instructions[position]);
        }

        _globals = _states.Globals(arguments);
        if (orphans.Count > 0)
            AddStage(from: null, orphans);
        while (position < _syntax.Instructions.Length)
        {
            var from = _syntax.Instructions[position++];
            var body = new List<DockerfileInstruction>();
            while (position < _syntax.Instructions.Length && _syntax.Instructions[position].Kind != InstructionKind.From)
                body.Add(_syntax.Instructions[position++]);
            AddStage(from, body);
        }

        return new DockerfileModel(_syntax, arguments.ToImmutable(), _globals, _names) { Options = options };
    }

    private void AddStage(DockerfileInstruction? from, List<DockerfileInstruction> body)
    {
        var syntax = from as FromInstruction;
        var stageBase = syntax is null ? new StageBase { Kind = StageBaseKind.Unknown } : BaseOf(syntax);
        var platform = syntax?.Platform is { } word ? Expand(word).Text : null;
        var system = OperatingSystems.Of(stageBase, platform, _syntax.EscapeCharacter);
        var stage = new DockerfileStage
        {
            Index = _names.Stages.Count,
            Name = syntax?.Alias is { } alias ? new Located<string>(alias.Text.Text, _syntax.Source.At(alias.Span)) : null,
            From = syntax,
            IsImplicit = from is null,
            Base = stageBase,
            OperatingSystem = system,
            Platform = platform,
            Location = _syntax.Source.At(syntax?.Image.Span ?? (from ?? body[0]).KeywordSpan),
            InitialState = InitialState(stageBase, syntax, system, from is null ? _globals : new StageVariables(), body),
        };
        Fill(stage, body);
        _names.Add(stage);
    }

    /// <remarks>A comment about the shell stands in its stage, or above the FROM: behind the last instruction of the stage before it would be without effect.</remarks>
    private StageState InitialState(StageBase stageBase, FromInstruction? from, ContainerOperatingSystem system, StageVariables variables, List<DockerfileInstruction> body)
    {
        var state = _states.Inherit(stageBase, from, system, variables);
        var end = body.Count > 0 ? body[body.Count - 1].Span.End : from?.Span.End ?? 0;
        return _shells.TakeBefore(end) is { } shell ? state with { Shell = new StageShell([shell], Instruction: null) } : state;
    }

    private void Fill(DockerfileStage stage, List<DockerfileInstruction> body)
    {
        var instructions = ImmutableArray.CreateBuilder<StageInstruction>(body.Count);
        var state = stage.InitialState;
        foreach (var instruction in body)
        {
            instructions.Add(new StageInstruction(stage, instruction, state, IsTrigger: false));
            if (instruction is OnbuildInstruction { Trigger: var trigger })
                instructions.Add(new StageInstruction(stage, trigger, state, IsTrigger: true));
            state = _states.After(instruction, state, _globals);
        }

        stage.Complete(instructions.ToImmutable(), state);
    }

    private StageBase BaseOf(FromInstruction from)
    {
        var word = Expand(from.Image);
        if (word.Partial is not { Length: > 0 } text)
            return new StageBase { Kind = StageBaseKind.Unknown };
        if (word.Text is { } name)
        {
            if (_names.FindBefore(name, _names.Stages.Count) is { } stage)
                return new StageBase { Kind = StageBaseKind.Stage, Stage = stage };
            if (name == "scratch")
                return new StageBase { Kind = StageBaseKind.Scratch };
        }

        var image = ImageReference.Parse(_syntax.Source, text);
        var candidates = word.IsKnown ? [] : _names.FindCandidates(text.Text);
        return new StageBase
        {
            Kind = word.IsKnown ? StageBaseKind.Image : StageBaseKind.Unknown,
            Image = image,
            Candidates = candidates,
            Known = candidates.IsEmpty ? KnownBaseImages.Find(image) : null,
        };
    }

    private ExpandedWord Expand(DockerfileWord word) => VariableExpansion.Expand(word, _syntax.EscapeCharacter, _globals, _budget);
}
