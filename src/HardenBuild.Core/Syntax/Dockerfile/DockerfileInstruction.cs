using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary>One instruction of a Dockerfile, or what stands below <c>ONBUILD</c>.</summary>
internal abstract class DockerfileInstruction(InstructionHead head)
{
    /// <inheritdoc cref="InstructionHead.Span"/>
    public TextSpan Span => head.Span;

    public InstructionKind Kind => head.Kind;

    public TextSpan KeywordSpan => head.KeywordSpan;

    public ImmutableArray<DockerfileFlag> Flags => head.Flags;

    /// <inheritdoc cref="InstructionHead.Arguments"/>
    public LogicalText Arguments => head.Arguments;

    public ImmutableArray<Heredoc> Heredocs => head.Heredocs;

    /// <inheritdoc cref="InstructionHead.EmptyContinuationLines"/>
    public ImmutableArray<TextSpan> EmptyContinuationLines => head.EmptyContinuationLines;

    /// <summary>The last flag with this name; names are case-sensitive.</summary>
    public DockerfileFlag? FindFlag(string name)
    {
        for (var i = Flags.Length - 1; i >= 0; i--)
        {
            if (Flags[i].Name == name)
                return Flags[i];
        }

        return null;
    }

    public override string ToString() => $"{InstructionKeywords.NameOf(Kind)} {Arguments}";
}
