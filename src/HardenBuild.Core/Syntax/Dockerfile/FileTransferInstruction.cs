using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary><c>COPY</c> or <c>ADD</c>.</summary>
internal abstract class FileTransferInstruction(InstructionHead head, FileTransfer transfer) : DockerfileInstruction(head)
{
    /// <summary>Every argument but the last, heredoc markers included.</summary>
    public ImmutableArray<DockerfileWord> Sources => transfer.Sources;

    /// <summary>The last argument.</summary>
    public DockerfileWord Destination => transfer.Destination;

    /// <inheritdoc cref="FileTransfer.IsJson"/>
    public bool IsJson => transfer.IsJson;

    /// <inheritdoc cref="DockerfileCommand.MalformedJson"/>
    public SyntaxError? MalformedJson => transfer.MalformedJson;

    /// <summary>The stage, build context or image that is copied from; null means the build context.</summary>
    public DockerfileWord? From => FindFlag("from")?.Value;

    /// <summary>The heredoc that a source stands for, or null when it is a path.</summary>
    public Heredoc? HeredocOf(DockerfileWord source)
    {
        foreach (var heredoc in Heredocs)
        {
            if (heredoc.MarkerSpan == source.Span)
                return heredoc;
        }

        return null;
    }
}
