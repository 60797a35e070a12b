using HardenBuild.Rendering.Helm.Functions;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Syntax.GoTemplate.Nodes;

namespace HardenBuild.Rendering.Helm.Evaluation;

internal sealed partial class TemplateEvaluator
{
    /// <summary>The value of an argument, made to fit the parameter.</summary>
    private GoValue Argument(GoTemplateNode node, ParameterKind kind, Operand dot)
    {
        _at = node;
        switch (node)
        {
            case FieldNode field:
                return Validate(Follow(dot, field, field.Fields, null, dot, default).Value!, kind);
            case LiteralNode literal:
                return Constant(literal, kind);
            case PipelineNode pipeline:
                return Validate(Evaluate(pipeline, dot), kind);
            case VariableNode variable:
                return Validate(Evaluate(variable, null, dot, default).Value!, kind);
            case DotNode:
                return Validate(dot.Value!, kind);
            case ChainNode chain:
                return Validate(Evaluate(chain, null, dot, default).Value!, kind);
            case FunctionNode function:
                return Validate(Call(function, function, null, dot, default).Value!, kind);
            default:
                return ParameterTypes.ZeroOf(kind) ?? throw Error("cannot assign nil to " + ParameterTypes.NameOf(kind));
        }
    }

    private GoValue Validate(GoValue value, ParameterKind kind)
    {
        if (value is GoNil { IsMissing: true })
            return ParameterTypes.ZeroOf(kind) ?? throw Error("invalid value; expected " + ParameterTypes.NameOf(kind));
        if (ParameterTypes.Fits(value, kind))
            return value;
        var actual = value is GoNil ? GoList.AnyType : value.TypeName;
        throw Error($"wrong type for value; expected {ParameterTypes.NameOf(kind)}; got {actual}");
    }

    // A constant takes the type of the parameter.
    private GoValue Constant(LiteralNode literal, ParameterKind kind)
    {
        switch (kind)
        {
            case ParameterKind.Any:
            case ParameterKind.Reflected:
                return Constant(literal);
            case ParameterKind.String:
                return literal is StringNode ? Constant(literal) : throw Error("expected string; found " + literal);
            case ParameterKind.Bool:
                return literal is BooleanNode ? Constant(literal) : throw Error("expected bool; found " + literal);
            case ParameterKind.Int:
            case ParameterKind.Int64:
                return literal is NumberNode { Number.Whole: { } whole }
                    ? new GoInteger(whole, kind == ParameterKind.Int ? GoKind.Int : GoKind.Int64)
                    : throw Error("expected integer; found " + literal);
            case ParameterKind.Float64:
                return literal is NumberNode { Number.Fraction: { } fraction } ? new GoFloat(fraction) : throw Error("expected float; found " + literal);
            default:
                throw Error($"can't handle {literal} for arg of type {ParameterTypes.NameOf(kind)}");
        }
    }
}
