using System.Collections.Immutable;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker;

/// <summary>Follows USER, WORKDIR, SHELL, ENV and ARG through a stage.</summary>
internal sealed class StageStateReader(DockerfileSyntax syntax, ExpansionBudget budget)
{
    /// <summary>The variables of FROM lines: each ARG sees the ones before it.</summary>
    public StageVariables Globals(IEnumerable<ArgInstruction> arguments)
    {
        var variables = new StageVariables();
        foreach (var name in new[] { "TARGETPLATFORM", "TARGETOS", "TARGETARCH", "TARGETVARIANT", "BUILDPLATFORM", "BUILDOS", "BUILDARCH", "BUILDVARIANT" })
            variables = variables.With(new StageVariable(name, VariableValue.Unknown, IsEnvironment: false, Location: null));
        foreach (var argument in arguments)
        {
            foreach (var assignment in argument.Assignments)
                variables = variables.With(Argument(assignment, variables, globals: null));
        }

        return variables;
    }

    public StageState Inherit(StageBase stageBase, FromInstruction? from, ContainerOperatingSystem system, StageVariables variables)
    {
        if (stageBase.Stage is { } parent)
            return parent.FinalState;
        var known = stageBase.Known;
        foreach (var pair in known?.Environment ?? [])
        {
            var value = pair.Value is null ? VariableValue.Unknown : VariableValue.Of(pair.Value);
            variables = variables.With(new StageVariable(pair.Key, value, IsEnvironment: true, Location: null));
        }

        return new StageState
        {
            User = known is null || from is null ? null : new StageSetting(known.User, syntax.Source.At(from.Image.Span), Instruction: null),
            Shell = new StageShell(ShellOf(known, system), Instruction: null),
            Variables = variables with { HasUnknownEnvironment = stageBase.Kind != StageBaseKind.Scratch },
        };
    }

    /// <summary>What is in force after an instruction.</summary>
    public StageState After(DockerfileInstruction instruction, StageState state, StageVariables globals) => instruction switch
    {
        UserInstruction user => state with { User = Setting(user.User, user, state) },
        WorkdirInstruction workdir => state with { Workdir = Workdir(workdir, state) },
        ShellInstruction shell => state with { Shell = new StageShell([.. shell.Words.Select(word => word.Value)], shell) },
        EnvInstruction env => state with { Variables = Environment(env, state.Variables) },
        ArgInstruction arg => state with { Variables = Arguments(arg, state.Variables, globals) },
        _ => state,
    };

    private static ImmutableArray<string> ShellOf(KnownBaseImage? known, ContainerOperatingSystem system)
    {
        if (known is { Shell.IsEmpty: false })
            return known.Shell;
        return system == ContainerOperatingSystem.Windows ? ["cmd", "/S", "/C"] : ["/bin/sh", "-c"];
    }

    private StageSetting Setting(DockerfileWord word, DockerfileInstruction instruction, StageState state) =>
        new(Expand(word, state.Variables).Text, syntax.Source.At(word.Span), instruction);

    private StageSetting Workdir(WorkdirInstruction instruction, StageState state)
    {
        var setting = Setting(instruction.Path, instruction, state);
        if (setting.Value is not { } path || IsAbsolute(path))
            return setting;
        var parent = state.Workdir is null ? "/" : state.Workdir.Value;
        return setting with { Value = parent is null ? null : Join(parent, path) };
    }

    private static bool IsAbsolute(string path) => path.Length > 0 && (path[0] is '/' or '\\' || (path.Length > 1 && path[1] == ':'));

    // Bounded: a file of nothing but relative paths would otherwise grow the path without end.
    private static string? Join(string parent, string path) =>
        parent.Length + path.Length > 4096 ? null : parent.Length > 0 && parent[parent.Length - 1] is '/' or '\\' ? parent + path : $"{parent}/{path}";

    private StageVariables Environment(EnvInstruction instruction, StageVariables before)
    {
        var after = before;
        foreach (var assignment in instruction.Assignments)
        {
            // All pairs of one ENV see the values from before it.
            if (Expand(assignment.Key, before).Text is { } name)
                after = after.With(new StageVariable(name, ValueOf(assignment.Value!, before), IsEnvironment: true, LocationOf(assignment)));
        }

        return after;
    }

    private StageVariables Arguments(ArgInstruction instruction, StageVariables before, StageVariables globals)
    {
        var after = before;
        foreach (var assignment in instruction.Assignments)
            after = after.With(Argument(assignment, before, globals));
        return after;
    }

    private StageVariable Argument(Assignment assignment, StageVariables before, StageVariables? globals)
    {
        var name = assignment.Name;
        var value = assignment.Value is { } word ? ValueOf(word, before) : Inherited(name, before, globals);
        return new StageVariable(name, value, IsEnvironment: false, LocationOf(assignment));
    }

    /// <summary>An ARG without default takes the global value, else keeps what an ancestor declared.</summary>
    private static VariableValue Inherited(string name, StageVariables before, StageVariables? globals)
    {
        if (globals is not null && globals.Arguments.TryGetValue(name, out var global) && global.Value.State != VariableState.Unset)
            return global.Value;
        if (before.Arguments.TryGetValue(name, out var earlier))
            return earlier.Value;
        return PredefinedArguments.IsBuiltIn(name) ? VariableValue.Unknown : VariableValue.Unset;
    }

    private VariableValue ValueOf(DockerfileWord word, StageVariables variables) =>
        Expand(word, variables).Value is { } value ? VariableValue.Of(value) : VariableValue.Unknown;

    private ExpandedWord Expand(DockerfileWord word, StageVariables variables) =>
        VariableExpansion.Expand(word, syntax.EscapeCharacter, variables, budget);

    private SourceLocation LocationOf(Assignment assignment) => syntax.Source.At(assignment.Key.Span);
}
