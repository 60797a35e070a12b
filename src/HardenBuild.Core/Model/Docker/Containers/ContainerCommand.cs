using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Containers;

/// <summary>A program that a container starts.</summary>
/// <param name="Source">The text that the invocation's spans lie in.</param>
internal sealed record ContainerCommand(Invocation Invocation, SourceText Source);
