using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace HardenBuild.Analyzers.Tests;

/// <summary>A C# project as an IDE analyses it: an empty compilation, additional files and build properties.</summary>
internal sealed class LiveProject
{
    public const string Root = "/repo";

    private readonly List<AdditionalText> _files = [];
    private readonly Dictionary<string, string> _properties = new() { ["build_property.MSBuildProjectDirectory"] = Root };

    public LiveProject With(string path, string text)
    {
        _files.Add(new File(Root + "/" + path, SourceText.From(text)));
        return this;
    }

    public LiveProject WithUnreadable(string path)
    {
        _files.Add(new File(Root + "/" + path, null));
        return this;
    }

    public LiveProject WithProperty(string name, string value)
    {
        _properties["build_property." + name] = value;
        return this;
    }

    /// <summary>What is shown, by place. A failure of the analyzer is among it, as AD0001.</summary>
    public async Task<ImmutableArray<Diagnostic>> Analyze(CSharpCompilationOptions? compilationOptions = null)
    {
        var compilation = CSharpCompilation.Create("Live", options: compilationOptions ?? new(OutputKind.DynamicallyLinkedLibrary));
        var options = new AnalyzerOptions([.. _files], new Options(_properties));
        var diagnostics = await compilation.WithAnalyzers([new LiveFindingAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        return [.. diagnostics.OrderBy(d => d.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Id, StringComparer.Ordinal)];
    }

    private sealed class File(string path, SourceText? text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText? GetText(CancellationToken cancellationToken = default) => text;
    }

    private sealed class Options(Dictionary<string, string> properties) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(properties);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        // Of an additional file the compiler shows no severity.
        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values([]);
    }

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
