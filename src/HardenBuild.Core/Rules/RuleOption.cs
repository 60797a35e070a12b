namespace HardenBuild.Rules;

/// <summary>A setting of a rule in <c>.editorconfig</c>.</summary>
/// <param name="Name">The part after <c>hardenbuild.hb1001.</c>, in snake case.</param>
public sealed record RuleOption(string Name, string DefaultValue, string Description);
