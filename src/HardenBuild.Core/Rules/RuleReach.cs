namespace HardenBuild.Rules;

/// <summary>How far a rule looks, which decides where it can report.</summary>
internal enum RuleReach
{
    /// <summary>One file decides, or the Compose files of one project: such a rule reports while a file is edited, too.</summary>
    File,

    /// <summary>Other files of the repository decide: the rule is silent where they cannot be read.</summary>
    Repository,

    /// <summary>The C# of a program decides: the compiler reports, in the build and while it is edited.</summary>
    Program,
}
