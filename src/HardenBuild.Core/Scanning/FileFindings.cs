using System.Collections.Immutable;
using HardenBuild.Configuration;
using HardenBuild.Configuration.Annotations;
using HardenBuild.Rules;
using HardenBuild.Text;

namespace HardenBuild.Scanning;

/// <summary>What the rules said about one file, and what its comments may silence.</summary>
internal sealed class FileFindings(SourceText source)
{
    public SourceText Source { get; } = source;

    public List<Finding> Findings { get; } = [];

    /// <summary>In the order of the text.</summary>
    public List<SourceComment> Comments { get; } = [];

    /// <summary>Constructs that a comment above their first line silences as a whole.</summary>
    public List<TextSpan> Constructs { get; } = [];

    /// <summary>Smaller constructs, many of them: read only when a comment asks for them.</summary>
    public IEnumerable<TextSpan> Blocks { get; set; } = [];

    /// <summary>The objects of a format that has several in a file.</summary>
    public List<TextSpan> Objects { get; } = [];

    /// <summary>Dialects of other tools that comments of the format may be written in.</summary>
    public ImmutableArray<ISuppressionDialect> PeerDialects { get; init; } = [];

    public List<AnnotationSuppression> Annotations { get; } = [];

    public List<PeerAnnotation> PeerAnnotations { get; } = [];

    /// <summary>The same with a list of findings of its own.</summary>
    public FileFindings Copy()
    {
        var copy = new FileFindings(Source) { Blocks = Blocks, PeerDialects = PeerDialects };
        copy.Findings.AddRange(Findings);
        copy.Comments.AddRange(Comments);
        copy.Constructs.AddRange(Constructs);
        copy.Objects.AddRange(Objects);
        copy.Annotations.AddRange(Annotations);
        copy.PeerAnnotations.AddRange(PeerAnnotations);
        return copy;
    }

    /// <summary>Whether anything in the file may be a suppression.</summary>
    public bool MaySuppress => Comments.Count + Annotations.Count + PeerAnnotations.Count > 0;
}
