using System.Collections.Immutable;
using HardenBuild.Rules;
using HardenBuild.Scanning;
using HardenBuild.Text;
using Microsoft.CodeAnalysis;

namespace HardenBuild.Analyzers;

/// <summary>Rules and findings in the compiler's words.</summary>
/// <param name="rules">The rules that may report; the catalog's list is the only one.</param>
internal sealed class DiagnosticFactory(ImmutableArray<Rule> rules)
{
    private static readonly Func<RuleMetadata, string> s_title = static metadata => metadata.Title;
    private static readonly Func<RuleMetadata, string> s_rationale = static metadata => metadata.Rationale;

    private readonly Dictionary<string, DiagnosticDescriptor> _byId = rules.ToDictionary(static rule => rule.Id, Describe, StringComparer.Ordinal);

    /// <summary>In the order of the catalog.</summary>
    public ImmutableArray<DiagnosticDescriptor> Descriptors => [.. rules.Select(rule => _byId[rule.Id])];

    /// <param name="path">The file as the compiler knows it.</param>
    /// <param name="text">The compiler's text, which the finding was made from.</param>
    public Diagnostic Create(ReportedFinding reported, string path, Microsoft.CodeAnalysis.Text.SourceText text)
    {
        var finding = reported.Finding;
        return Diagnostic.Create(
            _byId[finding.Rule.Id],
            ToLocation(finding.Location, path, text),
            ToDiagnosticSeverity(reported.Severity),
            finding.Related
                .Where(related => ReferenceEquals(related.Location.Source, finding.Location.Source))
                .Select(related => ToLocation(related.Location, path, text)),
            properties: null,
            finding.Message);
    }

    /// <summary>As <see cref="Create(ReportedFinding, string, Microsoft.CodeAnalysis.Text.SourceText)"/>, in a file of the program, where the compiler knows what somebody configured.</summary>
    public Diagnostic Create(ReportedFinding reported, SyntaxTree tree, Microsoft.CodeAnalysis.Text.SourceText text)
    {
        var descriptor = _byId[reported.Finding.Rule.Id];
        var span = ToLocation(reported.Finding.Location, tree.FilePath, text).SourceSpan;
        return Diagnostic.Create(descriptor, Location.Create(tree, span), ToDiagnosticSeverity(reported.Severity), additionalLocations: null, properties: null, reported.Finding.Message);
    }

    public static DiagnosticSeverity ToDiagnosticSeverity(RuleSeverity severity) => severity switch
    {
        RuleSeverity.Error => DiagnosticSeverity.Error,
        RuleSeverity.Warning => DiagnosticSeverity.Warning,
        RuleSeverity.Suggestion => DiagnosticSeverity.Info,
        _ => DiagnosticSeverity.Hidden,
    };

    /// <remarks>
    /// The message is one argument: a finding already is a sentence, and braces in a user's text are no placeholders.
    /// Every rule is enabled: which of them run is decided before, and the compiler drops what is reported for a disabled one.
    /// </remarks>
    private static DiagnosticDescriptor Describe(Rule rule) => new(
        rule.Id,
        new RuleText(rule, s_title),
        "{0}",
        "HardenBuild." + rule.Category,
        ToDiagnosticSeverity(rule.DefaultSeverity),
        isEnabledByDefault: true,
        new RuleText(rule, s_rationale),
        rule.HelpUri.AbsoluteUri);

    // Lines are counted as the editor counts them, which knows more line breaks than Docker does.
    private static Location ToLocation(SourceLocation location, string path, Microsoft.CodeAnalysis.Text.SourceText text)
    {
        // Offsets are counted without the byte-order mark, which the compiler strips from files but not from strings.
        var start = location.Span.Start + (location.Source.HadByteOrderMark ? 1 : 0);
        var span = new Microsoft.CodeAnalysis.Text.TextSpan(start, location.Span.Length);
        return Location.Create(path, span, text.Lines.GetLinePositionSpan(span));
    }
}
