using HardenBuild.Rendering.Helm.Functions;
using HardenBuild.Rendering.Helm.Printing;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Evaluation.Builtins;

/// <summary>Go's comparisons. Numbers of different types are not compared: that is an error.</summary>
internal static class ComparisonFunctions
{
    private const string DifferentTypes = "incompatible types for comparison";
    private const string WrongType = "invalid type for comparison";

    public static IReadOnlyList<TemplateFunction> All { get; } =
    [
        new("eq", [ParameterKind.Reflected], ParameterKind.Reflected, (_, arguments) => GoBoolean.Of(EqualsAny(arguments))),
        Of("ne", (left, right) => !AreEqual(left, right)),
        Of("lt", IsLess),
        Of("le", IsLessOrEqual),
        Of("gt", (left, right) => !IsLessOrEqual(left, right)),
        Of("ge", (left, right) => !IsLess(left, right)),
    ];

    private static TemplateFunction Of(string name, Func<GoValue, GoValue, bool> compare) =>
        new(name, [ParameterKind.Reflected, ParameterKind.Reflected], null, (_, arguments) => GoBoolean.Of(compare(arguments[0], arguments[1])));

    private static bool EqualsAny(GoValue[] arguments)
    {
        if (arguments.Length == 1)
            throw new FunctionException("missing argument for comparison");
        for (var i = 1; i < arguments.Length; i++)
        {
            if (AreEqual(arguments[0], arguments[i]))
                return true;
        }

        return false;
    }

    private static bool AreEqual(GoValue left, GoValue right)
    {
        switch (left, right)
        {
            case (GoString a, GoString b):
                return string.Equals(a.Value, b.Value, StringComparison.Ordinal);
            case (GoInteger a, GoInteger b):
                return a.Value == b.Value;
            case (GoFloat a, GoFloat b):
                return a.Value == b.Value;
            case (GoBoolean a, GoBoolean b):
                return a.Value == b.Value;
            case (GoNil, _) or (_, GoNil):
                return left is GoNil && right is GoNil;
        }

        if (IsBasic(left) || IsBasic(right))
            throw new FunctionException(DifferentTypes);
        if (left.Kind != right.Kind || (IsComparable(right) is false && left.TypeName != right.TypeName))
            throw new FunctionException($"non-comparable types {Text(left)}: {left.TypeName}, {right.TypeName}: {GoPrinter.Print(right)}");
        return IsComparable(right)
            ? ReferenceEquals(left, right)
            : throw new FunctionException($"non-comparable type {Text(right)}: {right.TypeName}");
    }

    private static bool IsLessOrEqual(GoValue left, GoValue right) => IsLess(left, right) || AreEqual(left, right);

    private static bool IsLess(GoValue left, GoValue right)
    {
        if (!IsBasic(left) || !IsBasic(right))
            throw new FunctionException(WrongType);
        return (left, right) switch
        {
            (GoString a, GoString b) => CompareBytes(a.Value, b.Value) < 0,
            (GoInteger a, GoInteger b) => a.Value < b.Value,
            (GoFloat a, GoFloat b) => a.Value < b.Value,
            (GoBoolean, GoBoolean) => throw new FunctionException(WrongType),
            _ => throw new FunctionException(DifferentTypes),
        };
    }

    private static bool IsBasic(GoValue value) => value is GoString or GoInteger or GoFloat or GoBoolean;

    private static bool IsComparable(GoValue value) => value is GoObject;

    // UTF-8 sorts as code points do; UTF-16 does not where surrogates meet U+E000 to U+FFFF.
    private static int CompareBytes(string left, string right)
    {
        var length = Math.Min(left.Length, right.Length);
        for (var i = 0; i < length; i++)
        {
            if (left[i] == right[i])
                continue;
            var isSurrogateLast = char.IsSurrogate(left[i]) != char.IsSurrogate(right[i]) && left[i] >= 0xD800 && right[i] >= 0xD800;
            return isSurrogateLast ? (char.IsSurrogate(left[i]) ? 1 : -1) : left[i].CompareTo(right[i]);
        }

        return left.Length.CompareTo(right.Length);
    }

    private static string Text(GoValue value) => GoFormat.Format("%s", [value], null);
}
