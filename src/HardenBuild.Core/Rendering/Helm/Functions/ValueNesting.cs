using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Functions;

/// <summary>The collections around a value that is being written; finds out when a value contains itself.</summary>
internal sealed class ValueNesting
{
    // encoding/json starts to look for cycles at this depth.
    private const int DepthBeforeLooking = 1_000;

    private HashSet<object>? _outer;
    private int _depth;

    /// <exception cref="UnwritableValueException">The collection is inside of itself.</exception>
    public void Enter(GoValue value)
    {
        StackGuard.Require();
        if (++_depth <= DepthBeforeLooking)
            return;
        _outer ??= [];
        if (!_outer.Add(Identity(value)))
            throw new UnwritableValueException("json: unsupported value: encountered a cycle via " + value.TypeName);
    }

    public void Leave(GoValue value)
    {
        if (_depth-- > DepthBeforeLooking)
            _outer!.Remove(Identity(value));
    }

    // A value with another origin shares the content.
    private static object Identity(GoValue value) => value switch
    {
        GoMap map => map.Entries,
        GoList list => list.Items,
        _ => value,
    };
}
