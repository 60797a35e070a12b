using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Variables;

/// <summary>The variables of FROM in a build that is given no build argument: an ARG without default is empty.</summary>
internal sealed class DefaultArguments(StageVariables globals) : IVariables
{
    public VariableValue Find(string name) =>
        globals.FindVariable(name) is { Value.State: VariableState.Unset } ? VariableValue.Of("") : globals.Find(name);
}
