using HardenBuild.Rendering.Helm;
using HardenBuild.Rendering.Helm.BuiltIns;
using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Rendering.Helm.Evaluation;
using HardenBuild.Rendering.Helm.Functions.Yaml;
using HardenBuild.Rendering.Helm.Output;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Syntax.GoTemplate;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Rendering.Helm;

/// <summary>Runs templates with all functions, as a chart's would run.</summary>
internal static class TemplateRun
{
    public const string Name = "c/templates/p.yaml";

    // Go's engine needs as much for the deepest calls that Helm allows.
    private const int StackSize = 64 << 20;

    public static GoTemplateFile Parse(string text, string name = Name) => GoTemplateParser.Parse(SourceText.From(name, text), name, TemplateFunctions.All.Contains);

    /// <summary>What a template prints, or Go's message.</summary>
    public static string Text(string template, string values = "", EvaluationOptions? options = null)
    {
        try
        {
            return Render(template, values, options).Content;
        }
        catch (TemplateExecutionException exception)
        {
            return exception.Message;
        }
    }

    public static TracedText Render(string template, string values = "", EvaluationOptions? options = null, RenderLimits? limits = null) =>
        Render([(Name, template)], values, options, limits);

    /// <summary>Renders the first of some files.</summary>
    public static TracedText Render((string Name, string Text)[] files, string values = "", EvaluationOptions? options = null, RenderLimits? limits = null)
    {
        var set = new TemplateSet();
        foreach (var (name, text) in files)
        {
            var file = Parse(text, name);
            if (file.Errors.Count > 0)
                throw new TemplateExecutionException(file.Errors[0].ToGoMessage(name), file.Errors[0].Message, file.Source.At(file.Errors[0].Span), []);
            set.Add(file);
        }

        var budget = new RenderBudget(limits ?? RenderLimits.Default, CancellationToken.None);
        var evaluator = new TemplateEvaluator(set, TemplateFunctions.All, budget, options ?? new EvaluationOptions());
        return OnDeepStack(() => NoValueRemoval.Remove(evaluator.Execute(files[0].Name, Scope(values))));
    }

    public static GoMap Scope(string values)
    {
        var scope = new GoMap();
        scope.Entries["Values"] = Values(values);
        scope.Entries["Release"] = Reading("{Name: rel, Namespace: ns, Service: Helm, IsInstall: true, IsUpgrade: false, Revision: 1}");
        scope.Entries["Template"] = Reading("{Name: c/templates/p.yaml, BasePath: c/templates}");
        scope.Entries["Capabilities"] = CapabilitiesObject.Of(new RenderOptions { KubernetesVersion = KubernetesRelease.Of(33) });
        scope.Entries["Files"] = new FilesObject(new Dictionary<string, ChartFile> { ["a.txt"] = File("a.txt", "l1\nl2\n"), ["d/b.conf"] = File("d/b.conf", "x: 1\n") });
        scope.Entries["Chart"] = Reading("{Name: c, Version: 0.1.0}");
        return new GoMap(scope.Entries, GoList.AnyType, null, isValues: true);
    }

    private static GoValue Reading(string text) => YamlValueReader.ReadFile(SourceText.From("scope.yaml", text)).Value;

    private static ChartFile File(string name, string text) => new(name, "c/" + name, System.Text.Encoding.UTF8.GetBytes(text));

    private static GoMap Values(string text)
    {
        var reading = YamlValueReader.ReadFile(SourceText.From("c/values.yaml", text));
        Assert.Null(reading.Error);
        var entries = reading.Documents.Count > 0 && reading.Documents[0] is GoMap map ? map.Entries : new GoMap().Entries;
        return new GoMap(entries, GoList.AnyType, null, isValues: true);
    }

    private static TracedText OnDeepStack(Func<TracedText> run)
    {
        TracedText? result = null;
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = run();
                }
                catch (Exception exception) when ((failure = exception) is not null)
                {
                    // The thread that waits throws it again.
                }
            },
            StackSize);
        thread.Start();
        thread.Join();
        if (failure is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(failure).Throw();
        return result!;
    }
}
