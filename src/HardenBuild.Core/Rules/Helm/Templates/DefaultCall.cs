using HardenBuild.Syntax.GoTemplate;
using HardenBuild.Syntax.GoTemplate.Nodes;

namespace HardenBuild.Rules.Helm.Templates;

/// <summary>A call of <c>default</c> with a literal: <c>default true .Values.a</c>, <c>.Values.a | default true</c>.</summary>
/// <param name="Literal">What is taken where the value is empty.</param>
/// <param name="Value">What is asked first.</param>
internal sealed record DefaultCall(GoTemplateNode Literal, GoTemplateNode Value)
{
    public static IEnumerable<DefaultCall> Of(GoTemplateFile template)
    {
        foreach (var node in TemplateWalk.Nodes(template))
        {
            if (node is not PipelineNode pipeline)
                continue;
            for (var i = 0; i < pipeline.Commands.Length; i++)
            {
                switch (pipeline.Commands[i].Words)
                {
                    case [FunctionNode { Name: "default" }, var literal, var value]:
                        yield return new DefaultCall(literal, value);
                        break;
                    case [FunctionNode { Name: "default" }, var literal] when i > 0 && pipeline.Commands[i - 1].Words is [var piped]:
                        yield return new DefaultCall(literal, piped);
                        break;
                }
            }
        }
    }
}
