using HardenBuild.Rendering.Helm.Functions.Numbers;
using HardenBuild.Rendering.Helm.Functions.Reflection;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Functions.Lists;

/// <summary><c>slice</c> and <c>chunk</c>.</summary>
internal static class Slicing
{
    public static GoValue Slice(FunctionCall call, GoValue[] arguments)
    {
        if (arguments[0] is not GoList list)
        {
            throw new FunctionException(arguments[0] is GoNil
                ? "runtime error: invalid memory address or nil pointer dereference"
                : $"list should be type of slice or array but {ReflectionFunctions.KindName(arguments[0])}");
        }

        var count = list.Items.Count;
        if (count == 0)
            return GoNil.Null;
        var start = arguments.Length > 1 ? Casting.ToInteger(arguments[1]) : 0;
        var end = arguments.Length > 2 ? Casting.ToInteger(arguments[2]) : count;
        if (start < 0 || end < start || end > count)
            throw new FunctionException("reflect.Value.Slice: slice index out of bounds");
        call.Budget.RequireItems(end - start);
        return new GoList(list.Items.GetRange((int)start, (int)(end - start)), list.ElementType, list.Origin);
    }

    public static GoValue Chunk(FunctionCall call, GoValue[] arguments)
    {
        var size = arguments.IntegerAt(0);
        var list = ListFunctions.Items(arguments[1], "chunk");
        call.Budget.RequireItems(list.Items.Count);
        List<GoValue> chunks = [];
        if (list.Items.Count > 0 && size < 1)
            throw new FunctionException("runtime error: integer divide by zero");
        for (var start = 0L; start < list.Items.Count; start += size)
            chunks.Add(new GoList(list.Items.GetRange((int)start, (int)Math.Min(size, list.Items.Count - start)), origin: list.Origin));
        return new GoList(chunks, "[]" + GoList.AnyType);
    }
}
