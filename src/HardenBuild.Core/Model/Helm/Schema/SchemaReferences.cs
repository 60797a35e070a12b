using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Model.Helm.Schema;

/// <summary>Follows references within a schema.</summary>
internal static class SchemaReferences
{
    /// <summary>The schema that a reference such as <c>#/definitions/port</c> names; null for one into another file, which is not fetched, and for one that leads nowhere.</summary>
    /// <remarks>RFC 6901, JSON Pointer.</remarks>
    public static GoValue? Resolve(GoMap root, string reference)
    {
        if (reference is not ['#', .. var pointer])
            return null;
        GoValue value = root;
        foreach (var part in pointer.Split('/').Skip(1))
        {
            var key = Uri.UnescapeDataString(part).Replace("~1", "/").Replace("~0", "~");
            if (value is not GoMap map || !map.Entries.TryGetValue(key, out value!))
                return null;
        }

        return pointer.Length == 0 || pointer[0] == '/' ? value : null;
    }
}
