using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker;

/// <summary>A build argument or environment variable in force.</summary>
/// <param name="Location">The name in the assignment that decided it; null when the builder or the base image did.</param>
internal sealed record StageVariable(string Name, VariableValue Value, bool IsEnvironment, SourceLocation? Location);
