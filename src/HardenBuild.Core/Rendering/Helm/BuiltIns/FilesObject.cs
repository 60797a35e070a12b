using HardenBuild.Model.Docker.Context;
using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Rendering.Helm.Functions;
using HardenBuild.Rendering.Helm.Functions.Yaml;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.BuiltIns;

/// <summary><c>.Files</c>: the files of a chart that are neither templates nor metadata, and what <c>Glob</c> picks of them.</summary>
/// <remarks>Helm's pkg/engine/files.go. Files are read when a template asks for their content.</remarks>
internal sealed class FilesObject(IReadOnlyDictionary<string, ChartFile> files) : GoObject
{
    private GoMap? _underlying;

    public override GoKind Kind => GoKind.Map;

    public override string TypeName => "engine.files";

    public override bool IsTrue => files.Count > 0;

    /// <summary>Paths to lists of bytes.</summary>
    public override GoValue Underlying => _underlying ??= ToMap();

    public static FilesObject Of(Chart chart)
    {
        var files = new Dictionary<string, ChartFile>(StringComparer.Ordinal);
        foreach (var file in chart.Files)
            files[file.Name] = file;
        return new FilesObject(files);
    }

    public override GoValue JsonValue => Underlying;

    public override string Print() => GoPrinter.Print(Underlying);

    public override GoValue? Field(string name) => null;

    public override TemplateFunction? Method(string name) => name switch
    {
        "Get" => new TemplateFunction(name, [ParameterKind.String], null, (call, arguments) => Get(call, Name(arguments))),
        "GetBytes" => new TemplateFunction(name, [ParameterKind.String], null, (_, arguments) => GetBytes(Name(arguments))),
        "Glob" => new TemplateFunction(name, [ParameterKind.String], null, (_, arguments) => Glob(Name(arguments))),
        "Lines" => new TemplateFunction(name, [ParameterKind.String], null, (call, arguments) => Lines(call, Name(arguments))),
        "AsConfig" => new TemplateFunction(name, [], null, (call, _) => AsConfig(call)),
        "AsSecrets" => new TemplateFunction(name, [], null, (call, _) => AsSecrets(call)),
        _ => null,
    };

    private static string Name(GoValue[] arguments) => ((GoString)arguments[0]).Value;

    private GoString Get(FunctionCall call, string name) => files.TryGetValue(name, out var file) ? Content(call, file) : GoString.Empty;

    private static GoString Content(FunctionCall call, ChartFile file)
    {
        var source = Read(file);
        call.Budget.RequireLength(source.Length);
        return new GoString(source.Content, call.IsTracing ? new ValueOrigin(source.At(new TextSpan(0, source.Length)), "") : null);
    }

    private static SourceText Read(ChartFile file)
    {
        try
        {
            return file.Source;
        }
        catch (InvalidDataException e)
        {
            throw new FunctionException(e.Message);
        }
    }

    private GoList GetBytes(string name) => files.TryGetValue(name, out var file) ? ToList(file) : new GoList([], "uint8");

    private static GoList ToList(ChartFile file)
    {
        try
        {
            return GoList.Of(file.Bytes);
        }
        catch (InvalidDataException e)
        {
            throw new FunctionException(e.Message);
        }
    }

    private FilesObject Glob(string pattern)
    {
        // Helm takes all files where the pattern is malformed.
        var glob = FileGlob.TryParse(pattern) ?? FileGlob.TryParse("**")!;
        var matching = new Dictionary<string, ChartFile>(StringComparer.Ordinal);
        foreach (var entry in files)
        {
            if (glob.IsMatch(entry.Key))
                matching.Add(entry.Key, entry.Value);
        }

        return new FilesObject(matching);
    }

    private GoList Lines(FunctionCall call, string name)
    {
        var lines = new List<GoValue>();
        if (!files.TryGetValue(name, out var file))
            return new GoList(lines, "string");
        var source = Read(file);
        call.Budget.RequireLength(source.Length);
        // The line feed that ends the file starts no further line.
        var length = source.Content is [.., '\n'] ? source.Length - 1 : source.Length;
        for (var start = 0; start <= length;)
        {
            var end = source.Content.IndexOf('\n', start, length - start);
            if (end < 0)
                end = length;
            lines.Add(new GoString(source.Content.Substring(start, end - start), call.IsTracing ? new ValueOrigin(source.At(TextSpan.FromBounds(start, end)), "") : null));
            start = end + 1;
        }

        call.Budget.RequireItems(lines.Count);
        return new GoList(lines, "string");
    }

    private GoString AsConfig(FunctionCall call) => AsYaml(call, Content);

    private GoString AsSecrets(FunctionCall call) => AsYaml(call, static (call, file) =>
    {
        Read(file);
        call.Budget.RequireLength(file.Bytes.Length * 4L / 3);
        return new GoString(Convert.ToBase64String(file.Bytes), call.IsTracing ? new ValueOrigin(file.Source.At(new TextSpan(0, file.Source.Length)), "") : null);
    });

    private GoString AsYaml(FunctionCall call, Func<FunctionCall, ChartFile, GoString> convert)
    {
        var map = new GoMap(new Dictionary<string, GoValue>(StringComparer.Ordinal), "string");
        foreach (var entry in files)
            map.Entries[CleanPath.Name(entry.Key)] = convert(call, entry.Value);
        var text = new YamlEmitter(call, YamlStyle.Standard).Write(map);
        // toYaml leaves out the final line break.
        return new GoString(text.Substring(0, text.Content.Length - 1));
    }

    private GoMap ToMap()
    {
        var map = new GoMap(new Dictionary<string, GoValue>(StringComparer.Ordinal), "[]uint8");
        foreach (var entry in files)
            map.Entries[entry.Key] = ToList(entry.Value);
        return map;
    }
}
