using System.Collections.Immutable;

namespace HardenBuild.Rules;

/// <summary>Everything people and machines are told about a rule; pages, lists and logs are generated from it.</summary>
public sealed record RuleMetadata
{
    /// <summary>The offence in PascalCase, from the first of <see cref="CatalogueSlugs"/>; also the name of the rule's class.</summary>
    public required string Name { get; init; }

    /// <summary>One sentence without a full stop.</summary>
    public required string Title { get; init; }

    /// <summary>What is wrong, the effect, then what to do; <c>'{0}'</c> quotes the user's text. No full stop.</summary>
    public required string MessageFormat { get; init; }

    /// <summary>Why it matters, in whole sentences.</summary>
    public required string Rationale { get; init; }

    /// <summary>When a finding is best suppressed, in whole sentences.</summary>
    public required string WhenToIgnore { get; init; }

    /// <summary>Rows of the rule catalogue that the rule covers.</summary>
    public required ImmutableArray<string> CatalogueSlugs { get; init; }

    public required SecuritySeverity SecuritySeverity { get; init; }

    public required RulePrecision Precision { get; init; }

    public required ImmutableArray<RuleExample> Violations { get; init; }

    public required ImmutableArray<RuleExample> Fixed { get; init; }

    public ImmutableArray<RuleReference> References { get; init; } = [];

    /// <summary>Checks of other tools that decide the same, <c>hadolint:DL3006</c>.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Checks of other tools about the same subject that decide differently.</summary>
    public ImmutableArray<string> Related { get; init; } = [];

    public ImmutableArray<RuleOption> Options { get; init; } = [];

    /// <summary>Ids of more general rules that are silent where this one reports the same token.</summary>
    public ImmutableArray<string> Supersedes { get; init; } = [];

    /// <summary>Ids of rules about parts of what this rule reports as a whole: where it reports the same places, their findings become related locations of its own.</summary>
    /// <remarks>Not in mode <c>all</c>, nor for a rule whose severity somebody chose.</remarks>
    public ImmutableArray<string> RollsUp { get; init; } = [];

    /// <summary>Charts that stand beside each other lack the same in the same way: one finding stands for those of all of them.</summary>
    /// <remarks>Not in mode <c>all</c>, nor for a rule whose severity somebody chose.</remarks>
    public bool RollsUpCharts { get; init; }

    /// <summary>The reported line holds a secret: no report shows it.</summary>
    public bool IsAboutSecretValue { get; init; }

    /// <summary>The finding is about what a file or its image lacks, reported where nothing better is at hand: a suppression at the file's head silences it.</summary>
    public bool IsAboutAbsence { get; init; }

    /// <summary>Where other tools decide differently and why, in whole sentences; empty where there is nothing to say.</summary>
    public string ComparedWith { get; init; } = "";

    /// <summary>The version that brought the rule.</summary>
    public string Since { get; init; } = "1.0";
}
