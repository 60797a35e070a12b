using HardenBuild.Text;

namespace HardenBuild.Syntax.Yaml;

/// <summary>One document of a YAML stream.</summary>
/// <param name="Root">Null for a document without content.</param>
/// <param name="Span">From the directives or the <c>---</c> marker, if there are any, to the end of the root.</param>
internal sealed record YamlDocument(YamlNode? Root, TextSpan Span);
