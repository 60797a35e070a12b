using HardenBuild.Scanning.Live;
using Microsoft.CodeAnalysis.Text;

namespace HardenBuild.Analyzers.Live;

/// <summary>A file with the compiler's text of it, which is the same object as long as nobody edits the file.</summary>
internal readonly record struct KnownText(string Path, SourceText Text)
{
    public LiveText ToLiveText() => new(Path, Text.ToString());
}
