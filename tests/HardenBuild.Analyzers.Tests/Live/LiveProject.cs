using System.Collections.Immutable;
using HardenBuild.Analyzers.Live;
using HardenBuild.Scanning.Live;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace HardenBuild.Analyzers.Tests.Live;

/// <summary>A C# project as an IDE analyses it: an empty compilation, additional files and build properties.</summary>
internal sealed class LiveProject
{
    public const string Root = "/repo";

    private readonly string _root;
    private readonly List<AdditionalText> _files = [];
    private readonly Dictionary<string, string> _properties = [];

    public LiveProject(string root = Root)
    {
        _root = root;
        _properties["build_property.MSBuildProjectDirectory"] = root;
        _files.Add(new File("/packages/hardenbuild/build/HardenBuild.DesignTime.targets", SourceText.From("<Project />")));
    }

    /// <summary>The analyzer, which lives as long as the IDE has the project open.</summary>
    public LiveFindingAnalyzer Analyzer { get; } = new();

    /// <summary>A folder on disk, of which the compiler is handed what the package hands over.</summary>
    public static LiveProject Of(string folder)
    {
        var project = new LiveProject(folder);
        foreach (var path in Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (LiveNames.MayBeInput(path) || LiveNames.DecidesAboutOthers(path))
                project._files.Add(new File(path, SourceText.From(System.IO.File.ReadAllText(path))));
        }

        return project;
    }

    /// <summary>Out of a design-time build.</summary>
    public LiveProject InOrdinaryBuild()
    {
        _files.RemoveAt(0);
        return this;
    }

    public LiveProject With(string path, string text)
    {
        _files.Add(new File(_root + "/" + path, SourceText.From(text)));
        return this;
    }

    public LiveProject WithUnreadable(string path)
    {
        _files.Add(new File(_root + "/" + path, null));
        return this;
    }

    public LiveProject WithProperty(string name, string value)
    {
        _properties["build_property." + name] = value;
        return this;
    }

    /// <summary>What is shown, by place. A failure of the analyzer is among it, as AD0001.</summary>
    public async Task<ImmutableArray<Diagnostic>> Analyze(CSharpCompilationOptions? compilationOptions = null)
    {
        var compilation = CSharpCompilation.Create("Live", options: compilationOptions ?? new(OutputKind.DynamicallyLinkedLibrary));
        var options = new AnalyzerOptions([.. _files], new AnalyzerProperties(_properties));
        var diagnostics = await compilation.WithAnalyzers([Analyzer], options).GetAnalyzerDiagnosticsAsync();
        return [.. diagnostics.OrderBy(d => d.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Id, StringComparer.Ordinal)];
    }

    private sealed class File(string path, SourceText? text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText? GetText(CancellationToken cancellationToken = default) => text;
    }
}
