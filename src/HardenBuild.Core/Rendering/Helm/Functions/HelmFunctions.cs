using HardenBuild.Rendering.Helm.Functions.Cryptography;
using HardenBuild.Rendering.Helm.Functions.Dates;
using HardenBuild.Rendering.Helm.Functions.Dictionaries;
using HardenBuild.Rendering.Helm.Functions.Encodings;
using HardenBuild.Rendering.Helm.Functions.Flow;
using HardenBuild.Rendering.Helm.Functions.Json;
using HardenBuild.Rendering.Helm.Functions.Lists;
using HardenBuild.Rendering.Helm.Functions.Numbers;
using HardenBuild.Rendering.Helm.Functions.Paths;
using HardenBuild.Rendering.Helm.Functions.Reflection;
using HardenBuild.Rendering.Helm.Functions.RegularExpressions;
using HardenBuild.Rendering.Helm.Functions.Strings;
using HardenBuild.Rendering.Helm.Functions.Toml;
using HardenBuild.Rendering.Helm.Functions.Urls;
using HardenBuild.Rendering.Helm.Functions.Versions;
using HardenBuild.Rendering.Helm.Functions.Yaml;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Functions;

/// <summary>The functions of Sprig 3.3 and of Helm. Those of Go's engine, and those that run templates, belong to the evaluator.</summary>
internal static class HelmFunctions
{
    private static readonly TemplateFunction[][] Lists =
    [
        FlowFunctions.All,
        ReflectionFunctions.All,
        QuotingFunctions.All,
        IndentingFunctions.All,
        CuttingFunctions.All,
        CaseFunctions.All,
        TextFunctions.All,
        SplittingFunctions.All,
        ListFunctions.All,
        DictionaryFunctions.All,
        NumberFunctions.All,
        FloatFunctions.All,
        DateFunctions.All,
        DurationFunctions.All,
        EncodingFunctions.All,
        CryptographyFunctions.All,
        RegexFunctions.All,
        VersionFunctions.All,
        PathFunctions.All,
        UrlFunctions.All,
        YamlFunctions.All,
        JsonFunctions.All,
        TomlFunctions.All,
    ];

    /// <summary>All of them. A name that no list has is an error when a chart is parsed, also where it is never called.</summary>
    public static TemplateFunction[] All { get; } = Join();

    private static TemplateFunction[] Join()
    {
        List<TemplateFunction> functions = [];
        foreach (var list in Lists)
        {
            foreach (var function in list)
                functions.Add(function with { Body = KeepStandIns(function.Body) });
        }

        return functions.ToArray();
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
