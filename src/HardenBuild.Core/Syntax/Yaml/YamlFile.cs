using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Yaml;

/// <summary>A YAML or JSON file as a tree: its documents, its comments and the places that are not YAML.</summary>
/// <remarks>Grammar: YAML 1.2.2 (yaml.org/spec/1.2.2) as YamlDotNet's scanner reads it; JSON is a subset.</remarks>
internal sealed class YamlFile(
    SourceText source,
    ImmutableArray<YamlDocument> documents,
    ImmutableArray<SyntaxError> errors,
    ImmutableArray<YamlComment> comments)
{
    public SourceText Source { get; } = source;

    /// <summary>The documents that could be read to their end, in order.</summary>
    public ImmutableArray<YamlDocument> Documents { get; } = documents;

    /// <summary>In order of their spans. A document with an error in its grammar is missing from <see cref="Documents"/>; one with a duplicate key is not.</summary>
    public ImmutableArray<SyntaxError> Errors { get; } = errors;

    /// <summary>In order of their spans; comments after an error in the same document are not read.</summary>
    public ImmutableArray<YamlComment> Comments { get; } = comments;

    /// <summary>Reads a file. Never throws for its content: what cannot be read, or passes a limit of <see cref="YamlLimits"/>, is in <see cref="Errors"/>.</summary>
    public static YamlFile Parse(SourceText source) => new YamlReader(source).Read();
}
