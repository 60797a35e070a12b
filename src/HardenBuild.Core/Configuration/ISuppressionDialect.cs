using HardenBuild.Rules;
using HardenBuild.Text;

namespace HardenBuild.Configuration;

/// <summary>A way of writing suppressions in comments: our own, or that of another tool.</summary>
internal interface ISuppressionDialect
{
    /// <summary>The tool whose comments these are, as <see cref="RuleMetadata.Aliases"/> writes it; null for our own.</summary>
    string? Peer { get; }

    /// <summary>How a directive gives its reason, for the message that asks for one: <c>add '-- reason'</c>.</summary>
    string ReasonForm { get; }

    /// <summary>The directives in a comment; empty where the comment is not of this dialect.</summary>
    IEnumerable<SuppressionDirective> Read(SourceText source, SourceComment comment);

    /// <summary>The rules that a name in a directive stands for; empty where there is none.</summary>
    IEnumerable<Rule> Resolve(string name, RuleIndex rules);
}
