using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Functions.Numbers;

/// <summary>Sprig's arithmetic on floats, which goes through decimal numbers.</summary>
internal static class FloatFunctions
{
    public static TemplateFunction[] All { get; } =
    [
        new("add1f", [ParameterKind.Any], null, static (_, arguments) => new GoFloat(Add(Casting.ToFloat(arguments[0]), 1))),
        new("addf", [], ParameterKind.Any, static (_, arguments) => Fold(arguments, 0, 0, Add)),
        new("subf", [ParameterKind.Any], ParameterKind.Any, static (_, arguments) => Fold(arguments, 1, Casting.ToFloat(arguments[0]), static (a, b) => Add(a, -b))),
        new("mulf", [ParameterKind.Any], ParameterKind.Any, static (_, arguments) => Fold(arguments, 1, Casting.ToFloat(arguments[0]), Multiply)),
        new("divf", [ParameterKind.Any], ParameterKind.Any, static (_, arguments) => Fold(arguments, 1, Casting.ToFloat(arguments[0]), Divide)),
        new("maxf", [ParameterKind.Any], ParameterKind.Any, static (_, arguments) => Fold(arguments, 1, Casting.ToFloat(arguments[0]), Math.Max)),
        new("minf", [ParameterKind.Any], ParameterKind.Any, static (_, arguments) => Fold(arguments, 1, Casting.ToFloat(arguments[0]), Math.Min)),
        new("floor", [ParameterKind.Any], null, static (_, arguments) => new GoFloat(Math.Floor(Casting.ToFloat(arguments[0])))),
        new("ceil", [ParameterKind.Any], null, static (_, arguments) => new GoFloat(Math.Ceiling(Casting.ToFloat(arguments[0])))),
        new("round", [ParameterKind.Any, ParameterKind.Int], ParameterKind.Float64, Round),
    ];

    private static GoFloat Fold(GoValue[] arguments, int start, double seed, Func<double, double, double> combine)
    {
        for (var i = start; i < arguments.Length; i++)
            seed = combine(seed, Casting.ToFloat(arguments[i]));
        return new GoFloat(seed);
    }

    private static double Add(double a, double b) => IsDecimal(a) && IsDecimal(b) ? (double)((decimal)a + (decimal)b) : a + b;

    private static double Multiply(double a, double b) => IsDecimal(a) && IsDecimal(b) && IsDecimal(a * b) ? (double)((decimal)a * (decimal)b) : a * b;

    private static double Divide(double a, double b)
    {
        if (b == 0)
            throw new FunctionException("decimal division by 0");
        // shopspring/decimal divides to 16 places.
        return IsDecimal(a) && IsDecimal(b) && IsDecimal(a / b) ? (double)Math.Round((decimal)a / (decimal)b, 16, MidpointRounding.AwayFromZero) : a / b;
    }

    // Within the range that .NET's decimal holds to all 15 digits.
    private static bool IsDecimal(double value) => value == 0 || Math.Abs(value) is > 1e-12 and < 1e15;

    private static GoFloat Round(FunctionCall call, GoValue[] arguments)
    {
        var value = Casting.ToFloat(arguments[0]);
        var threshold = arguments.Length > 2 && arguments[2] is GoFloat on ? on.Value : 0.5;
        var power = Math.Pow(10, arguments.IntegerAt(1));
        var digit = power * value;
        var fraction = digit - Math.Truncate(digit);
        return new GoFloat((fraction >= threshold ? Math.Ceiling(digit) : Math.Floor(digit)) / power);
    }
}
