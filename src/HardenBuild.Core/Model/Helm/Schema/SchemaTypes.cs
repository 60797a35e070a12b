using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Model.Helm.Schema;

/// <summary>Values as JSON Schema sees them.</summary>
internal static class SchemaTypes
{
    public static string NameOf(GoValue value) => value switch
    {
        GoMap => "object",
        GoList => "array",
        GoString => "string",
        GoBoolean => "boolean",
        GoNil => "null",
        _ => NumberOf(value) is { } number && Math.Floor(number) == number ? "integer" : "number",
    };

    /// <remarks>An integer is a number without a fraction, however it is written: JSON Schema validation, section 6.1.1.</remarks>
    public static bool Is(GoValue value, string type) => NameOf(value) is var name && (name == type || (name == "integer" && type == "number"));

    public static double? NumberOf(GoValue value) => value switch
    {
        GoFloat number => number.Value,
        GoInteger number => number.Value,
        _ => null,
    };

    public static bool AreEqual(GoValue left, GoValue right)
    {
        Rendering.Helm.StackGuard.Require();
        switch (left, right)
        {
            case (GoMap a, GoMap b):
                return a.Entries.Count == b.Entries.Count && a.Entries.All(entry => b.Entries.TryGetValue(entry.Key, out var other) && AreEqual(entry.Value, other));
            case (GoList a, GoList b):
                return a.Items.Count == b.Items.Count && !a.Items.Where((item, index) => !AreEqual(item, b.Items[index])).Any();
            case (GoString a, GoString b):
                return a.Value == b.Value;
            case (GoBoolean a, GoBoolean b):
                return a.Value == b.Value;
            case (GoNil, GoNil):
                return true;
            default:
                return NumberOf(left) is { } number && number == NumberOf(right);
        }
    }
}
