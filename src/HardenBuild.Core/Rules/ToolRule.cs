namespace HardenBuild.Rules;

/// <summary>A rule about the scan itself: the pipeline reports it where it meets the problem.</summary>
internal abstract class ToolRule(string id, RuleSeverity severity) : Rule(id, severity, severity)
{
    /// <summary>A finding of this rule; called by the pipeline, which plays the part of <c>Analyze</c>.</summary>
    public Finding At(Text.SourceLocation location, params ReadOnlySpan<string> arguments) => Report(location, arguments);
}
