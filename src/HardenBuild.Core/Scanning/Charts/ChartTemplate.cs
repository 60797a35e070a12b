using System.Collections.Immutable;
using HardenBuild.Rendering.Helm;
using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Rendering.Helm.ChartValues;
using HardenBuild.Rendering.Helm.Output;
using HardenBuild.Scanning.Discovery;
using HardenBuild.Text;

namespace HardenBuild.Scanning.Charts;

/// <summary>Renders a chart on disk as <c>helm template</c> does, without Helm.</summary>
public static class ChartTemplate
{
    /// <summary>Renders a chart. Nothing is written, started or connected to.</summary>
    /// <exception cref="OperationCanceledException">The render was cancelled.</exception>
    public static ChartTemplateResult Render(ChartTemplateOptions options, CancellationToken cancellation)
    {
        if (Settings(options, out var problem) is not { } settings || Values(options, out problem) is not { } values || ChartOnDisk.Open(options.Chart, out problem) is not { } chart)
            return new ChartTemplateResult(null, problem, IsArgumentError: true);
        var loaded = new ChartLoader(chart.Files).Load(chart.Path);
        if (FirstProblem(loaded) is { } broken)
            return new ChartTemplateResult(null, broken);
        var rendered = ChartRenderer.Render(loaded.Chart!, values, settings, cancellation);
        if (!rendered.Errors.IsEmpty)
            return new ChartTemplateResult(null, rendered.Errors[0].Message);
        var output = new TemplateOutput(rendered, settings.Helm) { IncludesCustomResources = options.IncludeCustomResources, SkipsTests = options.SkipTests };
        var text = output.Print(options.ShowOnly, out var missing);
        return missing is null
            ? new ChartTemplateResult(text) { Warnings = loaded.Chart!.Metadata.IsDeprecated ? ["This chart is deprecated"] : [] }
            : new ChartTemplateResult(null, $"could not find template {missing} in chart");
    }

    private static RenderOptions? Settings(ChartTemplateOptions options, out string? problem)
    {
        var helm = options.HelmVersion is null ? HelmVersion.Default : HelmVersion.Parse(options.HelmVersion);
        var kubernetes = options.KubernetesVersion is null ? null : KubernetesRelease.Parse(options.KubernetesVersion);
        var name = options.ReleaseName ?? RenderOptions.DefaultReleaseName;
        problem = (helm, kubernetes) switch
        {
            (null, _) => $"'--helm-version {options.HelmVersion}' is not a version of Helm; write one such as 3.18 or 4.1",
            (_, null) when options.KubernetesVersion is not null => $"invalid kube version '{options.KubernetesVersion}': write one such as 1.33 or v1.33.4",
            _ when !ReleaseNames.IsValid(name) => ReleaseNames.Problem,
            _ => null,
        };
        return problem is not null ? null : new RenderOptions
        {
            ReleaseName = name,
            Namespace = options.Namespace ?? "default",
            Helm = helm!,
            KubernetesVersion = kubernetes,
            ApiVersions = options.ApiVersions,
            IsTracing = false,
            StopsAtFirstError = true,
        };
    }

    private static UserValues? Values(ChartTemplateOptions options, out string? problem)
    {
        problem = null;
        var files = ImmutableArray.CreateBuilder<SourceText>();
        foreach (var path in options.ValuesFiles)
        {
            if (SourceReader.Read(new InputFile(path, path, InputFormat.HelmChart), out var failure) is not { } text)
            {
                problem = $"'{path}' cannot be read: {failure?.Reason}";
                return null;
            }

            files.Add(text);
        }

        return new UserValues(
            files.ToImmutable(),
            [
                .. options.SetJson.Select(static text => new SetArgument(SetArgumentKind.Json, text)),
                .. options.Set.Select(static text => new SetArgument(SetArgumentKind.Typed, text)),
                .. options.SetText.Select(static text => new SetArgument(SetArgumentKind.Text, text)),
                .. options.SetFile.Select(text => new SetArgument(SetArgumentKind.File, text) { ReadFile = path => Read(options.FullPath(path)) }),
                .. options.SetLiteral.Select(static text => new SetArgument(SetArgumentKind.Literal, text)),
            ]);
    }

    private static string? Read(string path) => SourceReader.Read(new InputFile(path, path, InputFormat.HelmChart), out _)?.Content;

    /// <summary>Why Helm would not even begin; null where it would.</summary>
    private static string? FirstProblem(LoadedChart loaded)
    {
        var broken = loaded.Errors.FirstOrDefault(static error => error.Kind != ChartErrorKind.MissingDependency);
        if (broken is not null)
            return broken.Message;
        if (loaded.Chart is not { } chart)
            return "Chart.yaml file is missing";
        if (chart.Metadata.Type is not ("" or "application"))
            return $"{chart.Metadata.Type} charts are not installable";
        // Helm asks for the dependencies of the chart itself only.
        var missing = chart.Metadata.Dependencies.Where(dependency => !chart.Subcharts.Any(subchart => subchart.Name == dependency.Name)).Select(static dependency => dependency.Name).ToArray();
        return missing.Length == 0
            ? null
            : "an error occurred while checking for chart dependencies. You may need to run `helm dependency build` to fetch missing dependencies: "
                + "found in Chart.yaml, but missing in charts/ directory: " + string.Join(", ", missing);
    }
}
