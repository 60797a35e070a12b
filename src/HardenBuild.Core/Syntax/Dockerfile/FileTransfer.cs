using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary>The arguments of COPY and ADD.</summary>
/// <param name="IsJson">Whether they are written as a JSON array.</param>
internal sealed record FileTransfer(ImmutableArray<DockerfileWord> Sources, DockerfileWord Destination, bool IsJson, SyntaxError? MalformedJson);
