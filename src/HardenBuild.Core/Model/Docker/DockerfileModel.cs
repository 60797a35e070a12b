using System.Collections.Immutable;
using System.Globalization;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Model.Docker.Packages;
using HardenBuild.Rules;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker;

/// <summary>What a Dockerfile means: its stages, what each inherits, and which of them the image is made of.</summary>
internal sealed class DockerfileModel
{
    private const int CharactersAnExpansion = 65_536;

    private readonly StageNames _names;
    private HashSet<DockerfileStage>? _reaching;
    private ImmutableArray<StageCommand> _commands;
    private ImmutableArray<VariableSetting> _variableSettings;
    private ImmutableArray<PackageRun> _packageRuns;
    private PlainShells? _plainShells;

    internal DockerfileModel(DockerfileSyntax syntax, ImmutableArray<ArgInstruction> globalArguments, StageVariables globals, StageNames names)
    {
        Syntax = syntax;
        GlobalArguments = globalArguments;
        GlobalVariables = globals;
        _names = names;
        Stages = [.. names.Stages];
    }

    public DockerfileSyntax Syntax { get; }

    public SourceText Source => Syntax.Source;

    /// <summary>The options of rules in force for the file.</summary>
    public RuleOptions Options { get; init; } = RuleOptions.Defaults;

    /// <summary>The folder that the file copies from; null where only the file itself is known.</summary>
    public BuildContext? Context { get; private set; }

    /// <summary>ARG before the first FROM, in force in FROM lines only.</summary>
    public ImmutableArray<ArgInstruction> GlobalArguments { get; }

    /// <summary>The variables of FROM lines.</summary>
    public StageVariables GlobalVariables { get; }

    /// <summary>In order; empty when the file holds nothing but ARG.</summary>
    public ImmutableArray<DockerfileStage> Stages { get; }

    /// <summary>The stage that becomes the image unless the build names another: the last; null without stages.</summary>
    public DockerfileStage? TargetStage => Stages.IsEmpty ? null : Stages[Stages.Length - 1];

    /// <summary>The instructions of all stages, payloads of ONBUILD included, in order.</summary>
    public IEnumerable<StageInstruction> Instructions
    {
        get
        {
            foreach (var stage in Stages)
            {
                foreach (var instruction in stage.Instructions)
                    yield return instruction;
            }
        }
    }

    /// <summary>What RUN, CMD, ENTRYPOINT and HEALTHCHECK execute, in order; read when first asked for, once for all rules.</summary>
    public ImmutableArray<StageCommand> Commands => _commands.IsDefault ? _commands = StageCommandReader.Read(this) : _commands;

    /// <summary>Every value given to a variable; read when first asked for, once for all rules.</summary>
    public ImmutableArray<VariableSetting> VariableSettings =>
        _variableSettings.IsDefault ? _variableSettings = VariableSettingReader.Read(this) : _variableSettings;

    /// <summary>Each RUN that calls a package manager, in order; read when first asked for, once for all rules.</summary>
    public ImmutableArray<PackageRun> PackageRuns => _packageRuns.IsDefault ? _packageRuns = PackageRunReader.Read(Commands) : _packageRuns;

    /// <summary>Which program <c>sh</c> is in each stage.</summary>
    public PlainShells PlainShells => _plainShells ??= new PlainShells(this);

    public static DockerfileModel Create(DockerfileSyntax syntax, RuleOptions? options = null) => new DockerfileModelBuilder(syntax).Build(options ?? RuleOptions.Defaults);

    /// <summary>The same with the folder that it copies from.</summary>
    public DockerfileModel In(BuildContext? context)
    {
        if (context is null)
            return this;
        var model = (DockerfileModel)MemberwiseClone();
        model.Context = context;
        return model;
    }

    /// <summary>A stage and its ancestors through <c>FROM alias</c>, itself first.</summary>
    public static IEnumerable<DockerfileStage> Chain(DockerfileStage stage)
    {
        for (var current = stage; current is not null; current = current.Base.Stage)
            yield return current;
    }

    /// <summary>What the first stage of the chain builds upon.</summary>
    public static StageBase RootBase(DockerfileStage stage) => stage.RootBase;

    /// <summary>The stage that a <c>--from</c> or <c>from=</c> in a stage names, by alias or index; null when it names none before it.</summary>
    public DockerfileStage? FindStage(string reference, DockerfileStage within)
    {
        if (_names.FindBefore(reference, within.Index) is { } named)
            return named;
        return int.TryParse(reference, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < within.Index
            ? Stages[index]
            : null;
    }

    /// <summary>Whether what the stage holds ends up in, or takes part in, the target: through the chain or a <c>--from</c>.</summary>
    public bool ReachesTarget(DockerfileStage stage) => (_reaching ??= FindReaching()).Contains(stage);

    /// <summary>Expands a word with the variables in force before an instruction.</summary>
    public ExpandedWord Expand(DockerfileWord word, StageState state) => Expand(word, state.Variables);

    /// <summary>Expands a word of FROM or of an ARG before it.</summary>
    public ExpandedWord ExpandGlobal(DockerfileWord word) => Expand(word, GlobalVariables);

    /// <summary>The image that a word names, as far as variables are known; null when the word is malformed or empty.</summary>
    public ImageReference? ImageOf(ExpandedWord word) =>
        word.Partial is { Length: > 0 } text ? ImageReference.Parse(Source, text) : null;

    private ExpandedWord Expand(DockerfileWord word, StageVariables variables) =>
        VariableExpansion.Expand(word, Syntax.EscapeCharacter, variables, new ExpansionBudget(CharactersAnExpansion));

    private HashSet<DockerfileStage> FindReaching()
    {
        var reaching = new HashSet<DockerfileStage>();
        var open = new Stack<DockerfileStage>();
        if (TargetStage is { } target)
            Visit(target);
        while (open.Count > 0)
        {
            var stage = open.Pop();
            Visit(stage.Base.Stage);
            foreach (var candidate in stage.Base.Candidates)
                Visit(candidate);
            foreach (var instruction in stage.Instructions)
            {
                foreach (var word in StageSources.Of(instruction.Syntax))
                    Visit(Expand(word, instruction.State).Text is { } name ? FindStage(name, stage) : null);
            }
        }

        return reaching;

        void Visit(DockerfileStage? stage)
        {
            if (stage is not null && reaching.Add(stage))
                open.Push(stage);
        }
    }
}
