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
        try
        {
            return RenderChart(options, cancellation);
        }
        catch (ArgumentFailure e)
        {
            return new ChartTemplateResult(null, e.Message, IsArgumentError: true);
        }
        catch (ChartException e)
        {
            return new ChartTemplateResult(null, e.Message);
        }
    }

    private static ChartTemplateResult RenderChart(ChartTemplateOptions options, CancellationToken cancellation)
    {
        var settings = Settings(options);
        var values = new UserValues([.. options.ValuesFiles.Select(ReadValues)], Arguments(options));
        var loaded = Load(options.Chart);
        if (FirstProblem(loaded) is { } problem)
            return new ChartTemplateResult(null, problem);
        var rendered = ChartRenderer.Render(loaded.Chart!, values, settings, cancellation);
        if (!rendered.Errors.IsEmpty)
            return new ChartTemplateResult(null, rendered.Errors[0].Message);
        var output = new TemplateOutput(rendered, settings.Helm) { IncludesCustomResources = options.IncludeCustomResources, SkipsTests = options.SkipTests };
        var text = output.Print(options.ShowOnly, out var missing);
        return missing is null
            ? new ChartTemplateResult(text) { Warnings = loaded.Chart!.Metadata.IsDeprecated ? ["This chart is deprecated"] : [] }
            : new ChartTemplateResult(null, $"could not find template {missing} in chart");
    }

    private static RenderOptions Settings(ChartTemplateOptions options)
    {
        var helm = HelmVersion.Default;
        if (options.HelmVersion is { } helmText)
            helm = HelmVersion.Parse(helmText) ?? throw new ArgumentFailure($"'--helm-version {helmText}' is not a version of Helm; write one such as 3.18 or 4.1");
        KubernetesRelease? kubernetes = null;
        if (options.KubernetesVersion is { } text)
            kubernetes = KubernetesRelease.Parse(text) ?? throw new ArgumentFailure($"invalid kube version '{text}': write one such as 1.33 or v1.33.4");
        var name = options.ReleaseName ?? RenderOptions.DefaultReleaseName;
        if (!ReleaseNames.IsValid(name))
            throw new ArgumentFailure(ReleaseNames.Problem);
        return new RenderOptions
        {
            ReleaseName = name,
            Namespace = options.Namespace ?? "default",
            Helm = helm,
            KubernetesVersion = kubernetes,
            ApiVersions = options.ApiVersions,
            IsTracing = false,
            StopsAtFirstError = true,
        };
    }

    private static ImmutableArray<SetArgument> Arguments(ChartTemplateOptions options) =>
    [
        .. options.SetJson.Select(static text => new SetArgument(SetArgumentKind.Json, text)),
        .. options.Set.Select(static text => new SetArgument(SetArgumentKind.Typed, text)),
        .. options.SetText.Select(static text => new SetArgument(SetArgumentKind.Text, text)),
        .. options.SetLiteral.Select(static text => new SetArgument(SetArgumentKind.Literal, text)),
    ];

    private static SourceText ReadValues(string path) =>
        SourceReader.Read(new InputFile(path, path, InputFormat.HelmChart), out var failure) ?? throw new ArgumentFailure($"'{path}' cannot be read: {failure?.Reason}");

    private static LoadedChart Load(string path)
    {
        if (!Directory.Exists(path) && !File.Exists(path))
            throw new ArgumentFailure($"path \"{path}\" not found");
        // A chart that is reached through a link belongs to the repository that it lies in.
        var real = RealPath.Resolve(path) ?? throw new ArgumentFailure($"'{path}' is a symbolic link that leads into a loop");
        var root = RepositoryRoot.Find(real);
        return new ChartLoader(new DiskFiles(root)).Load(RelativePath.Below(root, real) ?? "");
    }

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

    private sealed class ArgumentFailure(string message) : Exception(message);
}
