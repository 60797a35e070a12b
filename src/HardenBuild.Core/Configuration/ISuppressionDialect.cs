using HardenBuild.Rules;
using HardenBuild.Text;

namespace HardenBuild.Configuration;

/// <summary>A way of writing suppressions in comments: our own, or that of another tool.</summary>
internal interface ISuppressionDialect
{
    /// <summary>The directive in a comment, or null where the comment is not of this dialect.</summary>
    SuppressionDirective? Read(SourceText source, TextSpan comment);

    /// <summary>The rules that a name in a directive stands for; empty where there is none.</summary>
    IEnumerable<Rule> Resolve(string name, RuleIndex rules);
}
