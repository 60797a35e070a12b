using HardenBuild.Text;

namespace HardenBuild.Model.Docker;

/// <summary>A variable that a container or the build of its image is given.</summary>
/// <param name="Name">The name, where it is written.</param>
/// <param name="Value">The value, variables resolved; null when none is written or it cannot be told.</param>
/// <param name="Literal">What the file itself says of the value, with variables left out but their defaults taken; null when it says nothing. Never print it.</param>
internal sealed record EnvironmentVariable(Located<string> Name, Located<string>? Value, Located<string>? Literal);
