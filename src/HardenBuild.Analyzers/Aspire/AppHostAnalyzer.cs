using System.Collections.Concurrent;
using System.Collections.Immutable;
using HardenBuild.Analyzers.Live;
using HardenBuild.Configuration;
using HardenBuild.Model.Aspire;
using HardenBuild.Rules;
using HardenBuild.Scanning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SourceText = HardenBuild.Text.SourceText;

namespace HardenBuild.Analyzers.Aspire;

/// <summary>Reports on the program of an Aspire app host, which describes containers in C#: in every build, and while it is edited.</summary>
/// <remarks>Ordinary diagnostics: severities of <c>.editorconfig</c>, <c>#pragma</c> and switches of the compiler are the compiler's to apply.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AppHostAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticFactory s_diagnostics = new([.. RuleCatalog.AppHost]);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = s_diagnostics.Descriptors;

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (context.Compilation.GetTypeByMetadataName("Aspire.Hosting.IDistributedApplicationBuilder") is null)
            return;

        var options = LiveSettings.Read(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
        // What somebody configured is not known here: the compiler applies it to what is reported.
        var rules = new RuleSelection(new SeverityResolver(EditorConfigSet.Empty, options.Mode, options.Root, level: options.Level), options.Diagnostics).For("");
        var reader = new AppHostReader(context.Compilation);
        var texts = new ConcurrentDictionary<SyntaxTree, SourceText>();
        context.RegisterOperationAction(operation => Analyze(operation, rules, reader, texts), OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context, RuleSelection.FileSelection rules, AppHostReader reader, ConcurrentDictionary<SyntaxTree, SourceText> texts)
    {
        var operation = (IInvocationOperation)context.Operation;
        if (operation.Syntax is not InvocationExpressionSyntax syntax || !AppHostReader.MayBeRead(operation.TargetMethod))
            return;
        var tree = syntax.SyntaxTree;
        var text = tree.GetText(context.CancellationToken);
        var source = texts.GetOrAdd(tree, _ => SourceText.From(tree.FilePath, text.ToString()));
        var call = reader.Read(operation, syntax, source);
        foreach (var reported in Findings(call, rules))
            context.ReportDiagnostic(s_diagnostics.Create(reported, tree, text));
    }

    private static IEnumerable<ReportedFinding> Findings(AppHostCall call, RuleSelection.FileSelection rules)
    {
        var findings = new List<Finding>();
        foreach (var rule in RuleCatalog.AppHost)
        {
            // Also a rule that is off: .editorconfig may switch it on.
            findings.AddRange(rule.Analyze(call));
        }

        Supersession.Apply(findings);
        return findings.Select(finding => new ReportedFinding(finding, rules.SeverityOf(finding)));
    }
}
