using System.Collections.Immutable;
using HardenBuild.Analyzers.Aspire;
using HardenBuild.Core.Tests.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HardenBuild.Analyzers.Tests.Aspire;

/// <summary>The program of an app host as the compiler analyses it.</summary>
internal static class AppHostProgram
{
    private static readonly ImmutableArray<MetadataReference> s_runtime =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is "System.Runtime.dll" or "System.Private.CoreLib.dll" or "netstandard.dll" or "System.Collections.dll" or "System.Console.dll" or "System.Linq.dll")
            .Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>Compares what one rule reports in a program with the marks in its text.</summary>
    public static async Task Verify(string id, string marked, string library = AspireLibrary.Text)
    {
        var program = MarkedText.Parse("AppHost.cs", marked);
        var diagnostics = await Analyze(program.Text, library: library);
        Assert.Equal(
            program.Spans.Select(span => program.Text.Substring(span.Start, span.Length) + "@" + span.Start),
            diagnostics.Where(diagnostic => diagnostic.Id == id).Select(diagnostic => program.Text.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length) + "@" + diagnostic.Location.SourceSpan.Start));
    }

    /// <summary>What is shown, by place. A failure of the analyzer is among it, as AD0001.</summary>
    public static async Task<ImmutableArray<Diagnostic>> Analyze(
        string program,
        CSharpCompilationOptions? compilationOptions = null,
        string library = AspireLibrary.Text,
        string mode = "All",
        IEnumerable<MetadataReference>? references = null)
    {
        const string Usings = "global using Aspire.Hosting;\nglobal using Aspire.Hosting.ApplicationModel;\n";
        var parse = new CSharpParseOptions(LanguageVersion.Latest);
        string[] texts = library.Length == 0 ? [Usings] : [Usings, library];
        var compilation = CSharpCompilation.Create(
            "AppHost",
            [CSharpSyntaxTree.ParseText(program, parse, "AppHost.cs"), .. texts.Select((text, i) => CSharpSyntaxTree.ParseText(text, parse, $"Library{i}.cs"))],
            s_runtime.AddRange(references ?? []),
            compilationOptions ?? new(OutputKind.ConsoleApplication));
        if (references is null)
            Assert.DoesNotContain(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var options = new AnalyzerOptions([], new AnalyzerProperties(new() { ["build_property.HardenBuildMode"] = mode, ["build_property.MSBuildProjectDirectory"] = "/repo" }));
        var diagnostics = await compilation.WithAnalyzers([new AppHostAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        return [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)];
    }
}
