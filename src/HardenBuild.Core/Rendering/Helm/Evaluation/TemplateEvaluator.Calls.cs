using HardenBuild.Rendering.Helm.Evaluation.Builtins;
using HardenBuild.Rendering.Helm.Functions;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Syntax.GoTemplate.Nodes;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Evaluation;

internal sealed partial class TemplateEvaluator
{
    // What a function's name was resolved to, and where.
    private sealed record Resolution(FunctionTable Table, TemplateFunction Function);

    private Operand Call(FunctionNode node, GoTemplateNode call, GoTemplateNode[]? words, Operand dot, Operand final)
    {
        _at = node;
        return Call(Resolve(node), node.Name, call, words, dot, final);
    }

    private TemplateFunction Resolve(FunctionNode node)
    {
        if (node.Resolution is Resolution known && ReferenceEquals(known.Table, _functions))
            return known.Function;
        var function = _functions.Find(node.Name) ?? throw Error($"{Syntax.GoTemplate.GoQuoting.Quote(node.Name)} is not a defined function");
        node.Resolution = new Resolution(_functions, function);
        return function;
    }

    /// <summary>Calls a function or method.</summary>
    /// <param name="call">The node that a failure is reported at.</param>
    /// <param name="words">The arguments follow the first; null for none.</param>
    private Operand Call(TemplateFunction function, string name, GoTemplateNode call, GoTemplateNode[]? words, Operand dot, Operand final)
    {
        var given = words is null ? 0 : words.Length - 1;
        var count = final.IsAbsent ? given : given + 1;
        CheckCount(function, name, given, count);
        if (ReferenceEquals(function, LogicFunctions.And) || ReferenceEquals(function, LogicFunctions.Or))
            return Decide(words, given, ReferenceEquals(function, LogicFunctions.Or), dot, final);

        var arguments = count == 0 ? [] : new GoValue[count];
        for (var i = 0; i < given; i++)
            arguments[i] = Argument(words![i + 1], KindOf(function, i), dot);
        if (!final.IsAbsent)
            arguments[given] = Validate(final.Value!, KindOf(function, given));
        if (ReferenceEquals(function, CollectionFunctions.Call))
            arguments = CollectionFunctions.WithName(arguments, given > 0 ? words![1].ToString() : GoPrinter.Print(final.Value!));
        return new Operand(Invoke(function, name, call, words, arguments), false);
    }

    private GoValue Invoke(TemplateFunction function, string name, GoTemplateNode call, GoTemplateNode[]? words, GoValue[] arguments)
    {
        _budget.Spend(1);
        _call.Node = call;
        GoValue result;
        try
        {
            result = function.Body(_call, arguments);
        }
        catch (FunctionException exception)
        {
            _at = call;
            throw Error($"error calling {name}: {exception.Message}");
        }

        return _isTracing ? ArgumentOrigins.Inherit(result, arguments, words) : result;
    }

    private void CheckCount(TemplateFunction function, string name, int given, int count)
    {
        var required = function.Parameters.Length;
        if (function.Rest is not null && count < required)
            throw Error($"wrong number of args for {name}: want at least {required} got {given}");
        if (function.Rest is null && count != required)
            throw Error($"wrong number of args for {name}: want {required} got {count}");
    }

    private static ParameterKind KindOf(TemplateFunction function, int index) =>
        index < function.Parameters.Length ? function.Parameters[index] : function.Rest ?? ParameterKind.Any;

    // and, or: the first argument that decides is the result, and those behind it are not evaluated.
    private Operand Decide(GoTemplateNode[]? words, int given, bool isOr, Operand dot, Operand final)
    {
        GoValue value = GoNil.Missing;
        ValueOrigin? before = null;
        for (var i = 0; i < given; i++)
        {
            if (_isTracing)
                before = ValueOrigin.Join(before, ArgumentOrigins.Of(value));
            value = Argument(words![i + 1], ParameterKind.Reflected, dot);
            if (value.IsTrue == isOr)
                return new Operand(ArgumentOrigins.Chosen(value, before), false);
        }

        if (final.IsAbsent)
            return new Operand(ArgumentOrigins.Chosen(value, before), false);
        return _isTracing ? new Operand(ArgumentOrigins.Chosen(final.Value!, ValueOrigin.Join(before, ArgumentOrigins.Of(value))), final.IsBoxed) : final;
    }
}
