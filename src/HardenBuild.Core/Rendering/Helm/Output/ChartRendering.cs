using System.Collections.Immutable;
using HardenBuild.Rendering.Helm.BuiltIns;
using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Rendering.Helm.ChartValues;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Output;

/// <summary>One render of a chart.</summary>
internal sealed class ChartRendering(Chart chart, RenderOptions options, CancellationToken cancellation)
{
    private const string NotesFile = "NOTES.txt";

    private readonly ImmutableArray<ChartError>.Builder _errors = ImmutableArray.CreateBuilder<ChartError>();
    private readonly List<RenderedFile> _files = [];
    private long _length;
    private TracedText? _notes;

    private bool MustStop => options.StopsAtFirstError && _errors.Count > 0;

    public RenderedChart Run(UserValues user)
    {
        try
        {
            return Render(ReleaseValues.Of(chart, user, options.Helm));
        }
        catch (ChartException e)
        {
            return new RenderedChart { Errors = [e.Error] };
        }
        catch (RenderLimitException e)
        {
            return new RenderedChart { Errors = [new ChartError(ChartErrorKind.Limit, chart.Location, e.Message)] };
        }
    }

    private RenderedChart Render(ReleaseValues release)
    {
        CheckKubernetesVersion();
        if (!MustStop)
            RenderTemplates(ReleaseScopes.Of(release.Root, release.Values, options));
        if (MustStop)
            return new RenderedChart { Errors = _errors.ToImmutable() };
        _files.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        var manifests = new ManifestCollection(options.Helm, chart.Heads);
        foreach (var file in _files)
        {
            foreach (var error in manifests.Add(file))
            {
                _errors.Add(error);
                if (MustStop)
                    return new RenderedChart { Errors = _errors.ToImmutable() };
            }
        }

        return new RenderedChart
        {
            Manifests = manifests.ToImmutable(),
            Files = [.. _files],
            CustomResources = [.. CustomResources(release.Root)],
            Notes = _notes,
            Errors = _errors.ToImmutable(),
            Values = release.Values,
        };
    }

    private static IEnumerable<CustomResourceFile> CustomResources(ChartInstance instance) => instance.Chart.CustomResources
        .Select(file => new CustomResourceFile(instance.FullPath + "/" + file.Name, file))
        .Concat(instance.Subcharts.SelectMany(CustomResources));

    private void CheckKubernetesVersion()
    {
        var range = chart.Metadata.KubeVersion;
        var version = options.ComparedKubernetes;
        if (range.Length == 0 || ChartVersion.IsInRange(version, range))
            return;
        var place = chart.Metadata.Fields.Entries.TryGetValue("kubeVersion", out var value) ? value.Origin?.Location : null;
        _errors.Add(new ChartError(
            ChartErrorKind.KubernetesVersion,
            place ?? chart.Location,
            $"chart requires kubeVersion: {range} which is incompatible with Kubernetes {version}"));
    }

    private void RenderTemplates(List<ChartTemplateFile> templates)
    {
        var session = new TemplateSession(chart.Parsed, options, cancellation);
        foreach (var template in templates)
        {
            if (session.Parse(template) is { } error)
                _errors.Add(error);
            if (MustStop)
                return;
        }

        foreach (var template in templates)
        {
            if (!template.IsRendered || !session.IsParsed(template))
                continue;
            if (session.Run(template, out var error) is { } text && Fits(template, text, out error))
                Add(template, text);
            else
                _errors.Add(error!);
            if (MustStop || error?.Kind == ChartErrorKind.Limit)
                return;
        }
    }

    private bool Fits(ChartTemplateFile template, TracedText text, out ChartError? error)
    {
        _length += text.Content.Length;
        error = _length <= options.Limits.OutputLength
            ? null
            : new ChartError(ChartErrorKind.Limit, template.File.Source.At(new TextSpan(0, 0)), $"the chart renders to more than {options.Limits.OutputLength:N0} characters");
        return error is null;
    }

    private void Add(ChartTemplateFile template, TracedText text)
    {
        if (template.Name.EndsWith(NotesFile, StringComparison.Ordinal))
        {
            if (template.Name == chart.Name + "/templates/" + NotesFile)
                _notes = text;
        }
        else
        {
            _files.Add(new RenderedFile(template.Name, template.File, text));
        }
    }
}
