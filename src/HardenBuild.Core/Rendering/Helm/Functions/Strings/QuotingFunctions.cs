using HardenBuild.Rendering.Helm.Evaluation;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Syntax.GoTemplate;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Functions.Strings;

/// <summary><c>quote</c>, <c>squote</c>, <c>cat</c> and <c>toString</c>.</summary>
internal static class QuotingFunctions
{
    public static TemplateFunction[] All { get; } =
    [
        new("quote", [], ParameterKind.Any, Quote),
        new("squote", [], ParameterKind.Any, SingleQuote),
        new("cat", [], ParameterKind.Any, Cat),
        new("toString", [ParameterKind.Any], null, static (call, arguments) => ToString(call, arguments[0])),
    ];

    private static GoString Quote(FunctionCall call, GoValue[] arguments)
    {
        if (!call.IsTracing && arguments.Length == 1)
            return arguments[0] is GoNil ? GoString.Empty : new GoString(GoQuoting.Quote(ValueText.Of(arguments[0])));
        return Join(call, arguments, static (call, builder, value) => TracedQuoting.Append(builder, ValueText.Traced(call, value), call.IsTracing ? call.OriginOf(value.Origin) : null));
    }

    private static GoString SingleQuote(FunctionCall call, GoValue[] arguments) => Join(call, arguments, static (call, builder, value) =>
    {
        var marks = call.IsTracing ? call.OriginOf(value.Origin) : null;
        builder.Append("'", marks);
        builder.Append(ValueText.TracedPrint(call, value));
        builder.Append("'", marks);
    });

    private static GoString Cat(FunctionCall call, GoValue[] arguments) =>
        Join(call, arguments, static (call, builder, value) => builder.Append(ValueText.TracedPrint(call, value)));

    private static GoString Join(FunctionCall call, GoValue[] arguments, Action<FunctionCall, TracedTextBuilder, GoValue> append)
    {
        var builder = new TracedTextBuilder(call.IsTracing);
        var own = call.IsTracing ? call.OriginOf(null) : null;
        var isFirst = true;
        foreach (var argument in arguments)
        {
            if (argument is GoNil)
                continue;
            if (!isFirst)
                builder.Append(" ", own);
            isFirst = false;
            append(call, builder, argument);
            call.Budget.RequireLength(builder.Length);
        }

        return new GoString(builder.ToText(), arguments.Length == 1 ? arguments[0].Origin : null);
    }

    private static GoString ToString(FunctionCall call, GoValue value) =>
        value as GoString ?? new GoString(ValueText.Of(value), call.IsTracing ? ArgumentOrigins.OfAll(value) : null);
}
