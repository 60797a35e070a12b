using HardenBuild.Model.Aspire;

namespace HardenBuild.Rules;

/// <summary>A rule about the program of an Aspire app host. The compiler runs it, on every call of the hosting library.</summary>
internal abstract class AppHostRule(string id, RuleSeverity severity, RuleSeverity hardened) : Rule(id, severity, hardened)
{
    internal sealed override RuleReach Reach => RuleReach.Program;

    /// <summary>What the rule finds in one call, in any order.</summary>
    public IEnumerable<Finding> Analyze(AppHostCall call)
    {
        // What only runs on a developer's machine deserves no more.
        foreach (var finding in Inspect(call))
            yield return call.IsForDevelopment && finding.AtMost > RuleSeverity.Suggestion ? finding with { AtMost = RuleSeverity.Suggestion } : finding;
    }

    protected abstract IEnumerable<Finding> Inspect(AppHostCall call);
}
