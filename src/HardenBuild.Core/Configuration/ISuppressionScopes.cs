using HardenBuild.Rules;
using HardenBuild.Text;

namespace HardenBuild.Configuration;

/// <summary>What a format knows about the reach of a comment.</summary>
internal interface ISuppressionScopes
{
    /// <summary>The construct that a comment above its first line silences, or null where none begins there.</summary>
    /// <param name="line">Zero-based line of the construct's first token.</param>
    /// <remarks>
    /// Dockerfile: a stage at its FROM, else an instruction. Compose: a service, network, volume, secret or config at its name, never the whole file.
    /// Kubernetes: a document at its first line or its <c>---</c>, an item of a list at its dash, such as a container, any other block at its key.
    /// </remarks>
    TextSpan? ScopeStartingAt(int line);

    /// <summary>The smallest construct that begins on a line: the FROM instead of its stage.</summary>
    TextSpan? InstructionStartingAt(int line);

    /// <summary>The object of a format that has several in a file, such as Kubernetes, around a place; null where there is none.</summary>
    TextSpan? ObjectAround(int offset);

    /// <summary>Whether a finding is about something that the file lacks, so that a comment at the file's head silences it.</summary>
    bool IsAboutWholeFile(Finding finding);
}
