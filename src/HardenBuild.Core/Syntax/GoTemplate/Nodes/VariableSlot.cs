namespace HardenBuild.Syntax.GoTemplate.Nodes;

/// <summary>Where the value of a variable is kept while its template runs.</summary>
/// <param name="Index">The index among the variables of the template.</param>
/// <param name="Outer">That of the variable of the same name further out: it counts where the declaration of this one did not run. Null for none.</param>
internal sealed record VariableSlot(int Index, VariableSlot? Outer);
