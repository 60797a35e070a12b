using System.Collections.Immutable;
using HardenBuild.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HardenBuild.Core.Tests.Configuration;

/// <summary>Reports the first character of every file as HB1901.</summary>
#pragma warning disable RS1001, RS2008 // The test passes the instance itself, and it never ships.
internal sealed class ProbeAnalyzer(RuleSeverity severity) : DiagnosticAnalyzer
{
    private readonly DiagnosticDescriptor _descriptor = new(
        "HB1901",
        "probe",
        "probe",
        "HardenBuild.Dockerfile",
        severity switch
        {
            RuleSeverity.Error => DiagnosticSeverity.Error,
            RuleSeverity.Suggestion => DiagnosticSeverity.Info,
            _ => DiagnosticSeverity.Warning,
        },
        isEnabledByDefault: severity != RuleSeverity.None);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [_descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterSyntaxTreeAction(tree => tree.ReportDiagnostic(Diagnostic.Create(_descriptor, tree.Tree.GetRoot(tree.CancellationToken).GetLocation())));
    }
}
