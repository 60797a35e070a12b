using HardenBuild.Rendering.Helm.BuiltIns;
using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Rendering.Helm.Evaluation;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Syntax.GoTemplate;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Output;

/// <summary>The templates of one render.</summary>
internal sealed class TemplateSession
{
    private readonly TemplateCache _cache;
    private readonly TemplateSet _set = new();
    private readonly TemplateEvaluator _evaluator;
    private readonly HashSet<ChartTemplateFile> _broken = [];

    public TemplateSession(TemplateCache cache, RenderOptions options, CancellationToken cancellation)
    {
        _cache = cache;
        var evaluation = new EvaluationOptions { IsTracing = options.IsTracing, RangesOverIntegers = options.Helm.RangesOverIntegers };
        _evaluator = new TemplateEvaluator(_set, TemplateFunctions.All, new RenderBudget(options.Limits, cancellation), evaluation);
    }

    /// <summary>Parses a template and makes its named templates known to all others.</summary>
    /// <returns>The first error, which is the one that Helm gives; null where there is none.</returns>
    public ChartError? Parse(ChartTemplateFile template)
    {
        var file = _cache.Parse(template);
        if (file.Errors.Count == 0)
        {
            _set.Add(file);
            return null;
        }

        _broken.Add(template);
        var error = file.Errors[0];
        return new ChartError(ChartErrorKind.TemplateSyntax, file.Source.At(error.Span), HelmMessages.OfParsing(error.ToGoMessage(template.Name))) { Reason = error.Message };
    }

    /// <summary>Whether a template can be run.</summary>
    public bool IsParsed(ChartTemplateFile template) => !_broken.Contains(template);

    /// <summary>Runs a template.</summary>
    /// <returns>Null where it fails; <paramref name="error"/> then says why.</returns>
    public TracedText? Run(ChartTemplateFile template, out ChartError? error)
    {
        var place = new GoMap();
        place.Entries["Name"] = new GoString(template.Name);
        place.Entries["BasePath"] = new GoString(template.BasePath);
        template.Scope.Entries["Template"] = place;
        try
        {
            error = null;
            return NoValueRemoval.Remove(_evaluator.Execute(template.Name, new GoMap(template.Scope.Entries, isValues: true), template.Condition));
        }
        catch (TemplateExecutionException e)
        {
            error = Error(template, e);
            return null;
        }
    }

    private static ChartError Error(ChartTemplateFile template, TemplateExecutionException exception)
    {
        var kind = exception.InnerException is RenderLimitException or InsufficientExecutionStackException ? ChartErrorKind.Limit : ChartErrorKind.Template;
        return new ChartError(kind, exception.Location ?? template.File.Source.At(new TextSpan(0, 0)), HelmMessages.OfExecution(exception))
        {
            Includes = [.. exception.Callers.Reverse()],
            Reason = exception.Reason,
        };
    }
}
