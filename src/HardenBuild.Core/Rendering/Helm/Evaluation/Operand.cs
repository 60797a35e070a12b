using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Evaluation;

/// <summary>A value while a template runs.</summary>
/// <param name="Value">Null for none at all, where one may be absent: the value that a pipeline hands on, a variable that is not declared yet.</param>
/// <param name="IsBoxed">Go holds it in an <c>interface {}</c>, as an item of a map or list: its messages then name that type.</param>
internal readonly record struct Operand(GoValue? Value, bool IsBoxed)
{
    public static Operand Missing => new(GoNil.Missing, false);

    public bool IsAbsent => Value is null;
}
