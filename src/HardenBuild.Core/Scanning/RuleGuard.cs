using HardenBuild.Rules;
using HardenBuild.Rules.Tool;
using HardenBuild.Text;

namespace HardenBuild.Scanning;

/// <summary>The one place where a rule's failure is caught, so that the scan goes on.</summary>
internal static class RuleGuard
{
    /// <summary>Adds what <paramref name="rule"/> finds in <paramref name="subject"/>, or one finding that says that the rule failed.</summary>
    public static void Run<TRule, TSubject>(
        TRule rule,
        TSubject subject,
        Func<TRule, TSubject, IEnumerable<Finding>> analyze,
        SourceText source,
        List<Finding> findings)
        where TRule : Rule
    {
        var before = findings.Count;
        try
        {
            foreach (var finding in analyze(rule, subject))
                findings.Add(finding);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            findings.RemoveRange(before, findings.Count - before);
            findings.Add(RuleFailed.Instance.At(source.At(default), rule.Id, exception.GetType().Name));
        }
    }
}
