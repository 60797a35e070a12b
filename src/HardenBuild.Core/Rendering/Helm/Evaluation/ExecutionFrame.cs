using HardenBuild.Syntax.GoTemplate;
using HardenBuild.Syntax.GoTemplate.Nodes;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Evaluation;

/// <summary>One run of a template.</summary>
/// <param name="parent">The run that called it; null for a file.</param>
/// <param name="callSite">The node of the parent that called it; null for a file.</param>
internal sealed class ExecutionFrame(
    FrameKind kind, TemplateDefinition definition, ExecutionFrame? parent, GoTemplateNode? callSite, TemplateSet templates, TracedTextBuilder output)
{
    public FrameKind Kind { get; } = kind;

    public TemplateDefinition Definition { get; } = definition;

    public ExecutionFrame? Parent { get; } = parent;

    public GoTemplateNode? CallSite { get; } = callSite;

    /// <summary>What <c>include</c> and <c>template</c> find here.</summary>
    public TemplateSet Templates { get; } = templates;

    public TracedTextBuilder Output { get; } = output;

    /// <summary>The variables by slot; absent until they are declared.</summary>
    public Operand[] Variables { get; } = new Operand[definition.Slots];

    /// <summary>The call of the template; null in a file, and without tracing.</summary>
    public TextOrigin? Caller { get; init; }

    /// <summary>The values that the control structures tested which are open now; null for none, and without tracing.</summary>
    public ValueOrigin? Condition { get; set; }

    /// <summary>All values that were tested in the run so far.</summary>
    public ValueOrigin? Tested { get; set; }

    /// <summary>The text that <c>tpl</c> runs, with its origins; null for other templates, and without tracing.</summary>
    public TracedText? Input { get; init; }
}
