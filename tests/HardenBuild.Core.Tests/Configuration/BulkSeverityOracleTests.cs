using System.Collections.Immutable;
using HardenBuild.Configuration;
using HardenBuild.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SourceText = HardenBuild.Text.SourceText;

namespace HardenBuild.Core.Tests.Configuration;

/// <summary>What the C# compiler does with a probe analyzer, the resolver does with a rule.</summary>
public sealed class BulkSeverityOracleTests
{
    private const string Category = "dotnet_analyzer_diagnostic.category-HardenBuild.Dockerfile.severity";
    private const string All = "dotnet_analyzer_diagnostic.severity";
    private const string Id = "dotnet_diagnostic.HB1901.severity";

    public static TheoryData<string> Configurations =>
    [
        "",
        $"{Id} = error",
        $"{Id} = default",
        $"{Id} = none",
        $"{Id} = silent",
        $"{Id} = suggestion",
        $"{Id} = eror",
        $"{Category} = error",
        $"{Category} = none",
        $"{Category} = default",
        $"{Category} = suggestion",
        $"{All} = error",
        $"{All} = none",
        $"{All} = silent",
        $"{All} = default",
        $"{Category} = error\n{All} = none",
        $"{Category} = none\n{All} = error",
        $"{Category} = eror\n{All} = error",
        $"{Category} = default\n{All} = error",
        $"{Id} = default\n{Category} = error",
        $"{Id} = default\n{All} = none",
        $"{Id} = eror\n{Category} = error",
        $"{Id} = warning\n{Category} = none\n{All} = error",
        $"{Id} = none\n{Category} = error",
    ];

    [Theory]
    [MemberData(nameof(Configurations))]
    public async Task Editorconfig_sets_what_the_compiler_reports(string settings)
    {
        foreach (var severity in (RuleSeverity[])[RuleSeverity.None, RuleSeverity.Suggestion, RuleSeverity.Warning, RuleSeverity.Error])
            await Compare(severity, ("/r/.editorconfig", "[*]\n" + settings));
    }

    [Theory]
    [MemberData(nameof(Configurations))]
    public async Task Globalconfig_yields_to_editorconfig(string settings)
    {
        foreach (var outer in (string[])[$"{Id} = error", $"{Category} = error", $"{All} = none", $"{Id} = default\n{Category} = none"])
            await Compare(RuleSeverity.Warning, ("/r/.editorconfig", "[*]\n" + settings), ("/r/.globalconfig", outer));
    }

    private static async Task Compare(RuleSeverity ofRule, params (string Path, string Text)[] files)
    {
        var expected = await AskCompiler(ofRule, files);
        var set = EditorConfigSet.Create(files.Select(file => ("/r", SourceText.From(Path.GetFileName(file.Path), file.Text))));
        var actual = new SeverityResolver(set, RuleMode.Default, "/r").GetSeverity("a.cs", new ProbeRule("HB1901", ofRule));

        Assert.True(expected == actual, $"{ofRule} rule with {string.Join(" / ", files.Select(file => file.Text))}: compiler {expected}, resolver {actual}");
    }

    private static async Task<RuleSeverity> AskCompiler(RuleSeverity ofRule, (string Path, string Text)[] files)
    {
        var set = AnalyzerConfigSet.Create(files.Select(file => AnalyzerConfig.Parse(file.Text, file.Path)).ToArray());
        var tree = CSharpSyntaxTree.ParseText("class C { }", path: "/r/a.cs", cancellationToken: TestContext.Current.CancellationToken);
        var compilation = CSharpCompilation.Create(
            "probe",
            [tree],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary).WithSyntaxTreeOptionsProvider(new TreeOptions(set)));
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], new OptionsProvider(set)),
            onAnalyzerException: null,
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: false);
        var found = await new CompilationWithAnalyzers(compilation, [new ProbeAnalyzer(ofRule)], options)
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        return found.IsEmpty
            ? RuleSeverity.None
            : found[0].Severity switch
            {
                DiagnosticSeverity.Error => RuleSeverity.Error,
                DiagnosticSeverity.Warning => RuleSeverity.Warning,
                DiagnosticSeverity.Info => RuleSeverity.Suggestion,
                _ => RuleSeverity.Silent,
            };
    }

    private sealed class TreeOptions(AnalyzerConfigSet set) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.NotGenerated;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            set.GetOptionsForSourcePath(tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            set.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);
    }

    private sealed class OptionsProvider(AnalyzerConfigSet set) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions => new Options(set.GlobalConfigOptions.AnalyzerOptions);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Options(set.GetOptionsForSourcePath(tree.FilePath).AnalyzerOptions);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Options(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
