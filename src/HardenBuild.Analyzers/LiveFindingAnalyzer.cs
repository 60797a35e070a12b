using System.Collections.Immutable;
using HardenBuild.Scanning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HardenBuild.Analyzers;

/// <summary>Reports in an IDE, while files are edited, what the next build would report about them.</summary>
/// <remarks>
/// The package passes inputs and configuration files as AdditionalFiles, in design-time builds only: in every other build the MSBuild task reports.
/// Roslyn does not apply <c>.editorconfig</c> to AdditionalFiles (dotnet/roslyn#31916), so the files themselves are read here.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LiveFindingAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. LiveScan.Rules.Select(DiagnosticFactory.Describe)];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        var files = context.Options.AdditionalFiles;
        if (!files.Any(static file => LiveScan.MayBeInput(file.Path)))
            return;

        var settings = LiveSettings.Read(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
        var configuration = files
            .Where(static file => LiveScan.IsConfiguration(file.Path))
            .Select(file => (file.Path, file.GetText(context.CancellationToken)?.ToString() ?? ""));
        var scan = LiveScan.Create(settings.Root, settings.Mode, configuration, settings.Cluster, settings.Level);
        context.RegisterAdditionalFileAction(file => Report(scan, file));
    }

    private static void Report(LiveScan scan, AdditionalFileAnalysisContext context)
    {
        var file = context.AdditionalFile;
        if (!LiveScan.MayBeInput(file.Path) || file.GetText(context.CancellationToken) is not { } text)
            return;

        foreach (var reported in scan.Run(file.Path, text.ToString(), context.CancellationToken))
        {
            if (!reported.IsSuppressed)
                context.ReportDiagnostic(DiagnosticFactory.Create(reported, file.Path, text));
        }
    }
}
