using HardenBuild.Rendering.Helm.Functions;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Syntax.GoTemplate;
using HardenBuild.Syntax.GoTemplate.Nodes;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Evaluation;

/// <summary>Runs templates as Go's <c>text/template</c> does, with Helm's <c>include</c> and <c>tpl</c>. For one thread at a time.</summary>
/// <remarks>Deeply nested calls need more stack than a thread usually has; where it ends, the render ends in an error.</remarks>
internal sealed partial class TemplateEvaluator
{
    private readonly TemplateSet _templates;
    private readonly FunctionTable _functions;
    private readonly RenderBudget _budget;
    private readonly EvaluationOptions _options;
    private readonly bool _isTracing;
    private readonly ActiveCall _call;
    private readonly BuilderPool _builders;

    private ExecutionFrame _frame = null!;

    // The node that a message names, as Go picks it: the last one that was started.
    private GoTemplateNode _at = null!;
    private int _depth;

    public TemplateEvaluator(TemplateSet templates, FunctionTable functions, RenderBudget budget, EvaluationOptions options)
    {
        _templates = templates;
        _functions = functions;
        _budget = budget;
        _options = options;
        _isTracing = options.IsTracing;
        _call = new ActiveCall(this);
        _builders = new BuilderPool(options.IsTracing);
    }

    /// <summary>Runs a template of the set with data.</summary>
    /// <param name="condition">The values that decided that it is run; null for none.</param>
    /// <returns>Its text, in which <c>&lt;no value&gt;</c> is not removed yet.</returns>
    /// <exception cref="TemplateExecutionException">The template fails, or costs too much.</exception>
    /// <exception cref="OperationCanceledException">The scan was cancelled.</exception>
    public TracedText Execute(string name, GoValue data, ValueOrigin? condition = null)
    {
        var definition = _templates.Find(name)
            ?? throw new TemplateExecutionException(NoTemplate(name), NoTemplate(name), null, []);
        _depth = 0;
        var output = new TracedTextBuilder(_isTracing);
        var frame = new ExecutionFrame(FrameKind.File, definition, null, null, _templates, output) { Condition = _isTracing ? condition : null };
        try
        {
            Run(frame, new Operand(data, false));
        }
        catch (RenderLimitException exception)
        {
            throw ExecutionErrors.Create(_frame, _at, exception.Message, exception);
        }
        catch (InsufficientExecutionStackException exception)
        {
            throw ExecutionErrors.Create(_frame, _at, "templates or values are nested too deeply", exception);
        }

        return output.ToText();
    }

    private static string NoTemplate(string name) => $"template: no template {GoQuoting.Quote(name)} associated with template \"gotpl\"";

    private void Run(ExecutionFrame frame, Operand data)
    {
        _frame = frame;
        _at = frame.Definition.Body;
        frame.Variables[0] = data;
        Walk(frame.Definition.Body, data);
    }

    private TemplateExecutionException Error(string reason) => ExecutionErrors.Create(_frame, _at, reason);
}
