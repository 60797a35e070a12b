using HardenBuild.Rules;
using Microsoft.CodeAnalysis;

namespace HardenBuild.Analyzers;

/// <summary>A text from a rule's metadata, which is built when someone reads it: an IDE asks for the list of all rules when it starts.</summary>
/// <param name="read">A static function: two texts are equal if they read the same of the same rule.</param>
internal sealed class RuleText(Rule rule, Func<RuleMetadata, string> read) : LocalizableString
{
    private readonly Rule _rule = rule;
    private readonly Func<RuleMetadata, string> _read = read;

    protected override string GetText(IFormatProvider? formatProvider) => _read(_rule.Metadata);

    protected override int GetHash() => StringComparer.Ordinal.GetHashCode(_rule.Id);

    protected override bool AreEqual(object? other) => other is RuleText text && text._rule == _rule && text._read == _read;
}
