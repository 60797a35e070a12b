using System.Collections.Immutable;
using HardenBuild.Scanning.Live;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HardenBuild.Analyzers.Live;

/// <summary>Reports in an IDE, while files are edited, what the next build would report about them.</summary>
/// <remarks>
/// The package passes inputs and the files that decide about them as AdditionalFiles, in design-time builds only: in every other build the MSBuild task reports.
/// Roslyn does not apply <c>.editorconfig</c> to AdditionalFiles (dotnet/roslyn#31916), so the files themselves are read here.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LiveFindingAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The package's own file among the AdditionalFiles tells that the build is a design-time build: a property would be an input of every compilation.</summary>
    private const string Mark = "HardenBuild.DesignTime.targets";

    private static readonly DiagnosticFactory s_diagnostics = new(LiveScan.Rules);

    private readonly LiveSessions _sessions = new();

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = s_diagnostics.Descriptors;

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private void Start(CompilationStartAnalysisContext context)
    {
        var files = context.Options.AdditionalFiles;
        if (!files.Any(static file => Path.GetFileName(file.Path) == Mark))
            return;

        var options = LiveSettings.Read(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
        var session = _sessions.Open(options, files, context.CancellationToken);
        context.RegisterAdditionalFileAction(file => Report(session, files, file));
    }

    private static void Report(LiveSession session, ImmutableArray<AdditionalText> files, AdditionalFileAnalysisContext context)
    {
        var file = context.AdditionalFile;
        if (!LiveNames.MayBeInput(file.Path) || file.GetText(context.CancellationToken) is not { } text)
            return;

        foreach (var reported in session.Findings(new KnownText(file.Path, text), files, context.CancellationToken))
        {
            if (!reported.IsSuppressed)
                context.ReportDiagnostic(s_diagnostics.Create(reported, file.Path, text));
        }
    }
}
