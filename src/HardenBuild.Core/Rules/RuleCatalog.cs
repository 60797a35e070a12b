using System.Collections.Immutable;

namespace HardenBuild.Rules;

/// <summary>Every rule, one line each, sorted by id within its subject. The tests compare it with the types in the assembly.</summary>
public static class RuleCatalog
{
    /// <summary>All rules by id.</summary>
    public static ImmutableArray<Rule> All { get; } = [];
}
