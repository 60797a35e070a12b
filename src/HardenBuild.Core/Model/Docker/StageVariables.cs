using System.Collections.Immutable;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Model.Docker;

/// <summary>The variables in force at one place of a stage. An environment variable hides a build argument of the same name.</summary>
internal sealed record StageVariables : IVariables
{
    private static readonly ImmutableDictionary<string, StageVariable> None = ImmutableDictionary.Create<string, StageVariable>(StringComparer.Ordinal);

    /// <summary>Set by ENV, here or in an ancestor, or known of the base image.</summary>
    public ImmutableDictionary<string, StageVariable> Environment { get; init; } = None;

    /// <summary>Declared by ARG, here or in an ancestor.</summary>
    public ImmutableDictionary<string, StageVariable> Arguments { get; init; } = None;

    /// <summary>Whether the base image may set variables that nobody here knows of.</summary>
    public bool HasUnknownEnvironment { get; init; }

    public StageVariable? FindVariable(string name) =>
        Environment.TryGetValue(name, out var variable) || Arguments.TryGetValue(name, out variable) ? variable : null;

    public VariableValue Find(string name)
    {
        if (FindVariable(name) is { } variable)
            return variable.Value;
        return HasUnknownEnvironment || PredefinedArguments.IsProxy(name) ? VariableValue.Unknown : VariableValue.Unset;
    }

    public StageVariables With(StageVariable variable) => variable.IsEnvironment
        ? this with { Environment = Environment.SetItem(variable.Name, variable) }
        : this with { Arguments = Arguments.SetItem(variable.Name, variable) };
}
