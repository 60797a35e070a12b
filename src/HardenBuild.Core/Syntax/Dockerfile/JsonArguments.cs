using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary>Arguments read as a JSON array.</summary>
/// <param name="Words">The decoded strings; default when the arguments are not a JSON array of strings.</param>
/// <param name="Malformed">Where text that starts with <c>[</c> stops being JSON; the builder then takes it as it stands.</param>
/// <param name="NotStrings">The first element that is not a string; the builder refuses the instruction.</param>
internal readonly record struct JsonArguments(ImmutableArray<DockerfileWord> Words, SyntaxError? Malformed, SyntaxError? NotStrings)
{
    public bool IsArray => !Words.IsDefault;
}
