using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell.CommandLine;

/// <summary>A variable set for one command, before it or by <c>env</c> or <c>sudo</c>.</summary>
/// <param name="Value">Null when it has an expansion or is an array.</param>
internal sealed record EnvironmentAssignment(string Name, string? Value, TextSpan Span);
