using System.Globalization;
using System.Text;
using HardenBuild.Rendering.Helm.Functions.Strings;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Functions.Numbers;

/// <summary>Sprig's arithmetic on integers, conversions and sequences.</summary>
internal static class NumberFunctions
{
    public static TemplateFunction[] All { get; } =
    [
        new("int", [ParameterKind.Any], null, static (_, arguments) => new GoInteger(Casting.ToInteger(arguments[0]), GoKind.Int, arguments[0].Origin)),
        new("int64", [ParameterKind.Any], null, static (_, arguments) => new GoInteger(Casting.ToInteger(arguments[0]), GoKind.Int64, arguments[0].Origin)),
        new("float64", [ParameterKind.Any], null, static (_, arguments) => new GoFloat(Casting.ToFloat(arguments[0]), arguments[0].Origin)),
        new("atoi", [ParameterKind.String], null, static (_, arguments) => new GoInteger(Casting.ParseDecimal(arguments.TextAt(0)), GoKind.Int, arguments[0].Origin)),
        new("toDecimal", [ParameterKind.Any], null, static (call, arguments) => Long(Octal(ValueText.Of(arguments[0])))),
        new("add1", [ParameterKind.Any], null, static (_, arguments) => Long(unchecked(Casting.ToInteger(arguments[0]) + 1))),
        new("add", [], ParameterKind.Any, static (_, arguments) => Fold(arguments, 0, 0, static (sum, value) => unchecked(sum + value))),
        new("sub", [ParameterKind.Any, ParameterKind.Any], null, static (_, arguments) => Long(unchecked(Casting.ToInteger(arguments[0]) - Casting.ToInteger(arguments[1])))),
        new("mul", [ParameterKind.Any], ParameterKind.Any, static (_, arguments) => Fold(arguments, 1, Casting.ToInteger(arguments[0]), static (product, value) => unchecked(product * value))),
        new("div", [ParameterKind.Any, ParameterKind.Any], null, static (_, arguments) => Divide(arguments, isModulo: false)),
        new("mod", [ParameterKind.Any, ParameterKind.Any], null, static (_, arguments) => Divide(arguments, isModulo: true)),
        new("max", [ParameterKind.Any], ParameterKind.Any, static (_, arguments) => Fold(arguments, 1, Casting.ToInteger(arguments[0]), Math.Max)),
        new("biggest", [ParameterKind.Any], ParameterKind.Any, static (_, arguments) => Fold(arguments, 1, Casting.ToInteger(arguments[0]), Math.Max)),
        new("min", [ParameterKind.Any], ParameterKind.Any, static (_, arguments) => Fold(arguments, 1, Casting.ToInteger(arguments[0]), Math.Min)),
        new("randInt", [ParameterKind.Int, ParameterKind.Int], null, RandomInteger),
        new("until", [ParameterKind.Int], null, static (call, arguments) => Sequence(call, 0, arguments.IntegerAt(0), arguments.IntegerAt(0) < 0 ? -1 : 1)),
        new("untilStep", [ParameterKind.Int, ParameterKind.Int, ParameterKind.Int], null, static (call, arguments) => Sequence(call, arguments.IntegerAt(0), arguments.IntegerAt(1), arguments.IntegerAt(2))),
        new("seq", [], ParameterKind.Int, Seq),
    ];

    private static GoInteger Long(long value) => new(value, GoKind.Int64);

    private static GoInteger Fold(GoValue[] arguments, int start, long seed, Func<long, long, long> combine)
    {
        for (var i = start; i < arguments.Length; i++)
            seed = combine(seed, Casting.ToInteger(arguments[i]));
        return Long(seed);
    }

    private static GoInteger Divide(GoValue[] arguments, bool isModulo)
    {
        var (dividend, divisor) = (Casting.ToInteger(arguments[0]), Casting.ToInteger(arguments[1]));
        if (divisor == 0)
            throw new FunctionException("runtime error: integer divide by zero");
        // .NET takes long.MinValue / -1 for an overflow; Go lets it wrap.
        if (divisor == -1)
            return Long(isModulo ? 0 : unchecked(-dividend));
        return Long(isModulo ? dividend % divisor : dividend / divisor);
    }

    private static GoInteger RandomInteger(FunctionCall call, GoValue[] arguments) => arguments.IntegerAt(1) <= arguments.IntegerAt(0)
        ? throw new FunctionException("invalid argument to Intn")
        : new GoInteger(arguments.IntegerAt(0));

    private static long Octal(string text)
    {
        long number = 0;
        var start = text.Length > 0 && text[0] is '-' or '+' ? 1 : 0;
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] is < '0' or > '7' || number >= 1L << 60)
                return 0;
            number = (number * 8) + text[i] - '0';
        }

        return text.Length > 0 && text[0] == '-' ? -number : number;
    }

    private static GoList Sequence(FunctionCall call, long start, long stop, long step)
    {
        List<GoValue> items = [];
        if ((stop < start && step < 0) || (stop > start && step > 0))
        {
            var count = (Math.Abs((decimal)stop - start) + Math.Abs((decimal)step) - 1) / Math.Abs((decimal)step);
            call.Budget.RequireItems((long)Math.Min(count, long.MaxValue));
            items.Capacity = (int)count;
            for (var i = 0L; i < (long)decimal.Truncate(count); i++)
                items.Add(new GoInteger(start + (i * step)));
        }

        return new GoList(items, "int");
    }

    private static GoString Seq(FunctionCall call, GoValue[] arguments)
    {
        long start, end, step;
        switch (arguments.Length)
        {
            case 1:
                (start, end) = (1, arguments.IntegerAt(0));
                step = end < start ? -1 : 1;
                break;
            case 2:
                (start, end) = (arguments.IntegerAt(0), arguments.IntegerAt(1));
                step = end < start ? -1 : 1;
                break;
            case 3:
                (start, step, end) = (arguments.IntegerAt(0), arguments.IntegerAt(1), arguments.IntegerAt(2));
                if (end < start && step > 0)
                    return GoString.Empty;
                break;
            default:
                return GoString.Empty;
        }

        var numbers = Sequence(call, start, end + (end < start ? -1 : 1), step);
        var text = new StringBuilder();
        foreach (var number in numbers.Items)
            text.Append(text.Length > 0 ? " " : "").Append(((GoInteger)number).Value.ToString(CultureInfo.InvariantCulture));
        return new GoString(text.ToString());
    }
}
