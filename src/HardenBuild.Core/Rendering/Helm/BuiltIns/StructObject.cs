using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.BuiltIns;

/// <summary>A Go struct of which templates see nothing but fields.</summary>
/// <param name="fields">In the order of the struct.</param>
internal sealed class StructObject(string typeName, (string Name, GoValue Value)[] fields) : GoObject
{
    public override string TypeName => typeName;

    public override GoValue? Field(string name)
    {
        foreach (var field in fields)
        {
            if (field.Name == name)
                return field.Value;
        }

        return null;
    }

    public override string Print() => "{" + string.Join(" ", fields.Select(static field => GoPrinter.Print(field.Value))) + "}";
}
