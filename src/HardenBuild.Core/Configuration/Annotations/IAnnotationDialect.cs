namespace HardenBuild.Configuration.Annotations;

/// <summary>How another tool is told, in annotations or labels of an object, what to leave out.</summary>
internal interface IAnnotationDialect
{
    /// <summary>The tool, as <see cref="Rules.RuleMetadata.Aliases"/> writes it.</summary>
    string Peer { get; }

    /// <inheritdoc cref="ISuppressionDialect.ReasonForm"/>
    string ReasonForm { get; }

    /// <summary>In the order of the text.</summary>
    IEnumerable<PeerAnnotation> Read(AnnotatedObject target);
}
