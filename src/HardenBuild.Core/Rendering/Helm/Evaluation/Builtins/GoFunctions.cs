using HardenBuild.Rendering.Helm.Functions;

namespace HardenBuild.Rendering.Helm.Evaluation.Builtins;

/// <summary>The functions that Go's <c>text/template</c> itself brings, and the two of Helm that run templates.</summary>
/// <remarks>Not <c>slice</c>: that of Sprig always takes its place.</remarks>
internal static class GoFunctions
{
    public static IReadOnlyList<TemplateFunction> All { get; } =
    [
        LogicFunctions.And,
        LogicFunctions.Or,
        LogicFunctions.Not,
        .. ComparisonFunctions.All,
        CollectionFunctions.Index,
        CollectionFunctions.Length,
        CollectionFunctions.Call,
        .. PrintFunctions.All,
        .. EscapeFunctions.All,
        .. RunFunctions.All,
    ];
}
