using HardenBuild.Reporting;
using HardenBuild.Text;
using Microsoft.CodeAnalysis.Sarif;

namespace HardenBuild.Sarif;

/// <summary>Places as SARIF locations: relative URIs with forward slashes, one-based lines and columns.</summary>
internal static class LocationFactory
{
    public const string RootBaseId = "SRCROOT";

    public static PhysicalLocation Physical(SourceLocation location) => new()
    {
        ArtifactLocation = new ArtifactLocation { Uri = RelativeUri(location.Source.Path), UriBaseId = RootBaseId },
        Region = CreateRegion(location),
    };

    public static LogicalLocation Logical(string path) => new()
    {
        FullyQualifiedName = PlainText.Neutralize(path),
        Name = PlainText.Neutralize(path.Substring(path.LastIndexOf('/') + 1)),
    };

    private static Region CreateRegion(SourceLocation location)
    {
        var start = location.Start;
        var end = location.End;
        return new Region
        {
            StartLine = start.Line + 1,
            StartColumn = start.Character + 1,
            EndLine = end.Line + 1,
            EndColumn = end.Character + 1,
        };
    }

    // Every segment is escaped by itself, so that a colon in the first one is not read as a scheme (RFC 3986, section 4.2).
    private static Uri RelativeUri(string path) =>
        new(string.Join("/", path.Split('/').Select(Uri.EscapeDataString)), UriKind.Relative);
}
