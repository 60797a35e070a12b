using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Model.Helm.Use;

/// <summary>A place in a template that names a value.</summary>
/// <param name="Path">Below <c>.Values</c>; at least one key.</param>
/// <param name="IsTested">A condition or a function such as <c>default</c> asks for it, so that it may be absent.</param>
/// <param name="IsGuarded">It stands within a branch that asks for the same value or for one beside it.</param>
internal sealed record ValueRead(ImmutableArray<string> Path, SourceLocation Location, bool IsTested, bool IsGuarded);
