using HardenBuild.Rendering.Helm.Functions;

namespace HardenBuild.Rendering.Helm.Evaluation.Builtins;

/// <summary>Helm's functions that run templates: <c>include</c>, <c>tpl</c>.</summary>
internal static class RunFunctions
{
    public static IReadOnlyList<TemplateFunction> All { get; } =
    [
        new("include", [ParameterKind.String, ParameterKind.Any], null, static (call, arguments) => call.Include(arguments.StringAt(0), arguments[1])),
        new("tpl", [ParameterKind.String, ParameterKind.Any], null, static (call, arguments) => call.RunText(arguments.StringAt(0), arguments[1])),
    ];
}
