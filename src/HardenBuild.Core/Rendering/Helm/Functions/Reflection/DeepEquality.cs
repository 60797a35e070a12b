using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Functions.Reflection;

/// <summary>Go's <c>reflect.DeepEqual</c>: types count, so 1 is not 1.0.</summary>
internal static class DeepEquality
{
    public static bool AreEqual(RenderBudget budget, GoValue a, GoValue b)
    {
        switch (a, b)
        {
            case (GoNil, GoNil):
                return true;
            case (GoString x, GoString y):
                return x.Value == y.Value;
            case (GoBoolean x, GoBoolean y):
                return x.Value == y.Value;
            case (GoFloat x, GoFloat y):
                return x.Value == y.Value;
            case (GoInteger x, GoInteger y):
                return x.Value == y.Value && x.TypeName == y.TypeName;
            case (GoList x, GoList y):
                return x.TypeName == y.TypeName && (ReferenceEquals(x.Items, y.Items) || AreListsEqual(budget, x, y));
            case (GoMap x, GoMap y):
                return x.TypeName == y.TypeName && (ReferenceEquals(x.Entries, y.Entries) || AreMapsEqual(budget, x, y));
            case (GoObject x, GoObject y):
                return ReferenceEquals(x, y) || (x.TypeName == y.TypeName && x.Print() == y.Print());
            default:
                return false;
        }
    }

    private static bool AreListsEqual(RenderBudget budget, GoList a, GoList b)
    {
        if (a.Items.Count != b.Items.Count)
            return false;
        StackGuard.Require();
        budget.Spend(1 + a.Items.Count);
        for (var i = 0; i < a.Items.Count; i++)
        {
            if (!AreEqual(budget, a.Items[i], b.Items[i]))
                return false;
        }

        return true;
    }

    private static bool AreMapsEqual(RenderBudget budget, GoMap a, GoMap b)
    {
        if (a.Entries.Count != b.Entries.Count)
            return false;
        StackGuard.Require();
        budget.Spend(1 + a.Entries.Count);
        foreach (var entry in a.Entries)
        {
            if (!b.Entries.TryGetValue(entry.Key, out var other) || !AreEqual(budget, entry.Value, other))
                return false;
        }

        return true;
    }
}
