using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Containers;

/// <summary>A name with a value: an environment variable, a build argument, a label, a kernel setting, an option of a driver.</summary>
/// <param name="Name">The name, where it is written.</param>
/// <param name="Value">The value, variables resolved; null when none is written or it cannot be told.</param>
/// <param name="Literal">What the file itself says of the value, with variables left out but their defaults taken; null when it says nothing. It may be a secret: never print it.</param>
internal sealed record NamedValue(Located<string> Name, Located<string>? Value, Located<string>? Literal)
{
    /// <summary>The value as written, with its variables; null when none is written or the carrier has no variables.</summary>
    public Located<string>? Written { get; init; }
}
