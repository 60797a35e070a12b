using System.Collections.Immutable;
using HardenBuild.Rendering.Helm.ChartValues;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Charts;

/// <summary>Puts a chart together from its files. What cannot be read is an error, and the rest of the chart is still there.</summary>
internal sealed class ChartAssembly(ImmutableArray<ChartError>.Builder errors)
{
    /// <param name="files">With names relative to the chart.</param>
    /// <param name="place">The chart's folder or archive, for messages.</param>
    /// <returns>Null where the chart has no usable <c>Chart.yaml</c>; the error is added.</returns>
    public Chart? Assemble(List<ChartFile> files, string place, int depth)
    {
        if (files.Find(static file => file.Name == "Chart.yaml") is not { } metadataFile)
        {
            errors.Add(new ChartError(ChartErrorKind.Unreadable, SourceText.From(place, "").At(default), "Chart.yaml file is missing"));
            return null;
        }

        ChartMetadata metadata;
        try
        {
            metadata = MetadataReader.Read(metadataFile);
        }
        catch (ChartException e)
        {
            errors.Add(Within("cannot load Chart.yaml: ", e.Error));
            return null;
        }
        catch (InvalidDataException e)
        {
            errors.Add(new ChartError(ChartErrorKind.Unreadable, SourceText.From(metadataFile.Path, "").At(default), e.Message));
            return null;
        }

        var parts = new Parts(this, metadata, depth);
        foreach (var file in files)
            parts.Add(file);
        if (MetadataCheck.Problem(parts.Metadata) is { } problem)
            errors.Add(new ChartError(ChartErrorKind.Unreadable, MetadataCheck.Place(parts.Metadata, problem) ?? metadataFile.Source.At(new TextSpan(0, 0)), problem));
        return metadata.Name.Length == 0 ? null : parts.ToChart(metadataFile);
    }

    private static ChartError Within(string prefix, ChartError error) => error with { Message = prefix + error.Message };

    /// <summary>The parts of one chart while they are sorted out.</summary>
    private sealed class Parts(ChartAssembly assembly, ChartMetadata metadata, int depth)
    {
        private readonly ImmutableArray<ChartFile>.Builder _templates = ImmutableArray.CreateBuilder<ChartFile>();
        private readonly ImmutableArray<ChartFile>.Builder _files = ImmutableArray.CreateBuilder<ChartFile>();
        private readonly SortedDictionary<string, List<ChartFile>> _subcharts = new(StringComparer.Ordinal);
        private GoMap _values = new();
        private ChartFile? _valuesFile;
        private ChartFile? _schemaFile;

        public ChartMetadata Metadata { get; private set; } = metadata;

        private bool IsFirstVersion => Metadata.ApiVersion == "v1";

        public void Add(ChartFile file)
        {
            switch (file.Name)
            {
                case "Chart.yaml" or "Chart.lock":
                    break;
                case "values.yaml":
                    _valuesFile = file;
                    Try(file, "cannot load values.yaml: ", () => _values = ValuesFile.Read(file.Source));
                    break;
                case "values.schema.json":
                    _schemaFile = file;
                    break;
                case "requirements.yaml":
                    Try(file, "cannot load requirements.yaml: ", () => Metadata = MetadataReader.AddRequirements(Metadata, file));
                    if (IsFirstVersion)
                        _files.Add(file);
                    break;
                case "requirements.lock":
                    if (IsFirstVersion)
                        _files.Add(file);
                    break;
                default:
                    AddByFolder(file);
                    break;
            }
        }

        public Chart ToChart(ChartFile metadataFile)
        {
            var subcharts = ImmutableArray.CreateBuilder<Chart>();
            foreach (var entry in _subcharts)
            {
                if (LoadSubchart(entry.Key, entry.Value) is { } subchart)
                    subcharts.Add(subchart);
            }

            return new Chart
            {
                Metadata = Metadata,
                MetadataFile = metadataFile,
                Location = metadataFile.Source.At(new TextSpan(0, 0)),
                Values = _values,
                ValuesFile = _valuesFile,
                SchemaFile = _schemaFile,
                Templates = _templates.ToImmutable(),
                Files = _files.ToImmutable(),
                Subcharts = subcharts.ToImmutable(),
            };
        }

        private void AddByFolder(ChartFile file)
        {
            if (file.Name.StartsWith("templates/", StringComparison.Ordinal))
            {
                // Read now, so that what is too large is an error of the chart.
                Try(file, "", () =>
                {
                    _ = file.Source;
                    _templates.Add(file);
                });
            }
            else if (file.Name.StartsWith("charts/", StringComparison.Ordinal) && !file.Name.EndsWith(".prov", StringComparison.Ordinal))
            {
                var name = file.Name.Substring("charts/".Length);
                var slash = name.IndexOf('/');
                var subchart = slash < 0 ? name : name.Substring(0, slash);
                if (!_subcharts.TryGetValue(subchart, out var files))
                    _subcharts.Add(subchart, files = []);
                files.Add(file.Renamed(name));
            }
            else
            {
                _files.Add(file);
            }
        }

        private Chart? LoadSubchart(string name, List<ChartFile> files)
        {
            if (name[0] is '_' or '.')
                return null;
            var first = files[0];
            var count = assembly.Errors.Count;
            var place = first.Path.Substring(0, first.Path.Length - first.Name.Length + name.Length);
            Chart? chart = null;
            if (depth == ChartLimits.ChartDepth)
                assembly.Errors.Add(new ChartError(ChartErrorKind.Limit, SourceText.From(first.Path, "").At(default), $"more than {ChartLimits.ChartDepth} charts inside each other"));
            else if (Path.GetExtension(name) == ".tgz")
                Try(first, "", () => chart = assembly.Assemble(ChartArchive.Read(first.Path, first.Bytes, ChartLimits.ChartBytes), first.Path, depth + 1));
            else
                chart = assembly.Assemble(InFolder(files, name), place, depth + 1);
            for (var i = count; chart is null && i < assembly.Errors.Count; i++)
                assembly.Errors[i] = Within($"error unpacking subchart {name} in {Metadata.Name}: ", assembly.Errors[i]);
            return chart;
        }

        private static List<ChartFile> InFolder(List<ChartFile> files, string folder)
        {
            var inside = new List<ChartFile>(files.Count);
            foreach (var file in files)
            {
                if (file.Name.Length > folder.Length)
                    inside.Add(file.Renamed(file.Name.Substring(folder.Length + 1)));
            }

            return inside;
        }

        private void Try(ChartFile file, string prefix, Action read)
        {
            try
            {
                read();
            }
            catch (ChartException e)
            {
                assembly.Errors.Add(Within(prefix, e.Error));
            }
            catch (InvalidDataException e)
            {
                assembly.Errors.Add(new ChartError(ChartErrorKind.Unreadable, SourceText.From(file.Path, "").At(default), prefix + e.Message));
            }
        }
    }

    private ImmutableArray<ChartError>.Builder Errors => errors;
}
