namespace HardenBuild.Syntax.GoTemplate.Nodes;

/// <summary>The slots of the variables that are declared within a construct and end with it.</summary>
/// <param name="Start">The first slot.</param>
/// <param name="End">The slot after the last.</param>
internal readonly record struct VariableScope(int Start, int End)
{
    public bool IsEmpty => Start == End;
}
