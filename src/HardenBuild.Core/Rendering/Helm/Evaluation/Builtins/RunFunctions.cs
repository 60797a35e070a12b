using HardenBuild.Rendering.Helm.Functions;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Evaluation.Builtins;

/// <summary>Helm's functions that run templates: <c>include</c>, <c>tpl</c>.</summary>
internal static class RunFunctions
{
    public static IReadOnlyList<TemplateFunction> All { get; } =
    [
        new("include", [ParameterKind.String, ParameterKind.Any], null, (call, arguments) => call.Include(((GoString)arguments[0]).Value, arguments[1])),
        new("tpl", [ParameterKind.String, ParameterKind.Any], null, (call, arguments) => call.RunText((GoString)arguments[0], arguments[1])),
    ];
}
