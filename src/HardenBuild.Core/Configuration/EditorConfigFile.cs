using System.Collections.Immutable;
using System.Globalization;
using HardenBuild.Text;

namespace HardenBuild.Configuration;

/// <summary>A parsed <c>.editorconfig</c> or <c>.globalconfig</c>. Every text is accepted: a line that means nothing is kept as ignored.</summary>
/// <remarks>The grammar is that of Roslyn's <c>AnalyzerConfig</c> in Microsoft.CodeAnalysis 4.8, proven by a differential test.</remarks>
internal sealed class EditorConfigFile
{
    // Level of a file called .globalconfig that names none; other global files have level 0 (learn.microsoft.com,
    // "Configuration files for code analysis rules", section "Precedence").
    private const int UserGlobalLevel = 100;

    private readonly bool _hasGlobalName;

    internal EditorConfigFile(
        SourceText source,
        EditorConfigSection preamble,
        ImmutableArray<EditorConfigSection> sections,
        ImmutableArray<TextSpan> ignoredLines)
    {
        Source = source;
        Preamble = preamble;
        Sections = sections;
        IgnoredLines = ignoredLines;
        var name = source.Path.Substring(source.Path.LastIndexOfAny(['/', '\\']) + 1);
        _hasGlobalName = name.Equals(".globalconfig", StringComparison.OrdinalIgnoreCase);
    }

    public SourceText Source { get; }

    /// <summary>What stands above the first section: file-wide switches and, in a global configuration, the settings of every file.</summary>
    public EditorConfigSection Preamble { get; }

    /// <summary>Sections in file order; the same name may appear twice.</summary>
    public ImmutableArray<EditorConfigSection> Sections { get; }

    /// <summary>Lines that are neither blank, comment, section nor property, trimmed.</summary>
    public ImmutableArray<TextSpan> IgnoredLines { get; }

    /// <summary>Files of outer directories do not count below this one.</summary>
    public bool IsRoot => Preamble.Find("root")?.Value == "true";

    /// <summary>The file holds for the whole repository: it is called <c>.globalconfig</c> or has the key <c>is_global</c>, whatever its value.</summary>
    public bool IsGlobal => _hasGlobalName || Preamble.Find("is_global") is not null;

    /// <summary>Of two global files that set a key, the higher level wins; on the same level the key is unset.</summary>
    public int GlobalLevel =>
        Preamble.Find("global_level") is { } level && int.TryParse(level.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : _hasGlobalName ? UserGlobalLevel : 0;

    public static EditorConfigFile Parse(SourceText source) => new EditorConfigParser(source).Parse();

    public override string ToString() => Source.Path;
}
