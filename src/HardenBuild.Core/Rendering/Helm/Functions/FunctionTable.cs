using HardenBuild.Rendering.Helm.Functions.Dictionaries;
using HardenBuild.Rendering.Helm.Functions.Flow;
using HardenBuild.Rendering.Helm.Functions.Reflection;
using HardenBuild.Rendering.Helm.Functions.Strings;
using HardenBuild.Rendering.Helm.Functions.Yaml;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Functions;

/// <summary>The functions of Sprig 3.3 and of Helm by name. Those of Go's engine itself are not here.</summary>
internal static class FunctionTable
{
    private static readonly TemplateFunction[][] Lists =
    [
        FlowFunctions.All,
        ReflectionFunctions.All,
        DictionaryFunctions.All,
        QuotingFunctions.All,
        IndentingFunctions.All,
        YamlFunctions.All,
    ];

    /// <summary>All functions. Helm knows no other name: one that is not here is a parse error, also where it is never called.</summary>
    public static Dictionary<string, TemplateFunction> All { get; } = Build();

    private static Dictionary<string, TemplateFunction> Build()
    {
        var functions = new Dictionary<string, TemplateFunction>(StringComparer.Ordinal);
        foreach (var list in Lists)
        {
            foreach (var function in list)
                functions.Add(function.Name, function with { Body = KeepStandIns(function.Body) });
        }

        return functions;
    }

    // What is made from a stand-in stands in for something too; an argument that is handed on as it is tells for itself.
    private static FunctionBody KeepStandIns(FunctionBody body) => (call, arguments) =>
    {
        var result = body(call, arguments);
        if (result is not GoString { IsStandIn: false } text)
            return result;
        var isMade = false;
        foreach (var argument in arguments)
        {
            if (ReferenceEquals(argument, result))
                return result;
            isMade |= argument is GoString { IsStandIn: true };
        }

        return isMade ? new GoString(text.Text, text.Origin, isStandIn: true) : result;
    };
}
