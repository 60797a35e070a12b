using HardenBuild.Rendering.Helm.Functions;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Evaluation.Builtins;

/// <summary>Go's functions of logic.</summary>
internal static class LogicFunctions
{
    /// <summary>The evaluator itself does its work, since it evaluates no more arguments than it needs.</summary>
    public static TemplateFunction And { get; } = new("and", [ParameterKind.Reflected], ParameterKind.Reflected, (_, arguments) => Decide(arguments, isOr: false));

    /// <inheritdoc cref="And"/>
    public static TemplateFunction Or { get; } = new("or", [ParameterKind.Reflected], ParameterKind.Reflected, (_, arguments) => Decide(arguments, isOr: true));

    public static TemplateFunction Not { get; } = new("not", [ParameterKind.Reflected], null, (_, arguments) => GoBoolean.Of(!arguments[0].IsTrue));

    private static GoValue Decide(GoValue[] arguments, bool isOr)
    {
        foreach (var argument in arguments)
        {
            if (argument.IsTrue == isOr)
                return argument;
        }

        return arguments[arguments.Length - 1];
    }
}
