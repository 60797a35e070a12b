using HardenBuild.Rendering.Helm.Functions;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Syntax.GoTemplate.Nodes;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Evaluation;

internal sealed partial class TemplateEvaluator
{
    /// <summary>The call that runs now.</summary>
    private sealed class ActiveCall(TemplateEvaluator evaluator) : FunctionCall
    {
        /// <summary>The command, or the argument, that is the call.</summary>
        public GoTemplateNode Node { get; set; } = null!;

        public override RenderBudget Budget => evaluator._budget;

        public override bool IsTracing => evaluator._isTracing;

        public override TextOrigin OriginOf(ValueOrigin? value) => evaluator.OriginOf(Node, value);

        public override TracedText Traced(GoString value) =>
            value.Text.IsTraced ? value.Text : TracedText.From(value.Value, OriginOf(value.Origin));

        public override ValueOrigin? Condition => evaluator._frame.Condition;

        public override GoString Include(GoString name, GoValue data) => evaluator.Include(name, data);

        public override GoString RunText(GoString text, GoValue data) => evaluator.RunText(text, data);
    }
}
