namespace HardenBuild.Syntax.Yaml;

/// <summary>The rarely written decorations of a node.</summary>
internal sealed record YamlProperties(string? Anchor, string? Tag);
