namespace HardenBuild.Syntax.Yaml;

/// <summary>A mapping or sequence whose end has not been read.</summary>
/// <param name="Start">Offset of its first character, past anchor and tag.</param>
/// <param name="FirstChild">Number of finished nodes that belong to collections around it.</param>
/// <param name="NodesBefore">Number of nodes in the file before it.</param>
internal sealed record OpenCollection(int Start, bool IsMapping, bool IsFlow, YamlProperties? Properties, int FirstChild, int NodesBefore);
