using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.BuiltIns;

/// <summary>A Go struct of which templates see nothing but fields.</summary>
/// <param name="fields">In the order of the struct.</param>
internal sealed class StructObject(string typeName, (string Name, GoValue Value)[] fields) : GoObject
{
    public override string TypeName => typeName;

    /// <summary>What Go's encoder calls a field; null leaves the names as they are.</summary>
    public Func<string, string>? JsonName { get; init; }

    public override GoValue JsonValue
    {
        get
        {
            var map = new GoMap();
            foreach (var (name, value) in fields)
            {
                // Fields with names of their own are left out when they are empty, as in all of Helm's structs.
                if (JsonName is null || value.IsTrue)
                    map.Entries[JsonName?.Invoke(name) ?? name] = value;
            }

            return map;
        }
    }

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
