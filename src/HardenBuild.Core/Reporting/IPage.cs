using System.Collections.Immutable;

namespace HardenBuild.Reporting;

/// <summary>A document being written, block by block.</summary>
internal interface IPage
{
    void Title(string text);

    void Heading(string text);

    void Paragraph(string text);

    void Item(string text);

    /// <summary>Names and short values, as a table.</summary>
    void Facts(ImmutableArray<(string Name, string Value)> facts);

    /// <summary>A file's text under its name.</summary>
    void File(string name, string text);
}
