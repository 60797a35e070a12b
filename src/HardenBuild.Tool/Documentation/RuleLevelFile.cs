using System.Collections.Immutable;
using HardenBuild.Reporting;
using HardenBuild.Rules;

namespace HardenBuild.Tool.Documentation;

/// <summary>The rules of this version and their severities, as a level is frozen when it is released.</summary>
internal static class RuleLevelFile
{
    public static void Write(ImmutableArray<Rule> rules, TextWriter output)
    {
        output.Write("# Written by 'hardenbuild rules --format level' at the release, not edited afterwards.\n");
        output.Write("id,default,hardened\n");
        foreach (var rule in rules.Where(static rule => rule.Category != RuleCategory.Tool).OrderBy(static rule => rule.Id, StringComparer.Ordinal))
            output.Write($"{rule.Id},{rule.DefaultSeverity.ToWord()},{rule.HardenedSeverity.ToWord()}\n");
    }
}
