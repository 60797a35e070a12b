using System.Collections.Immutable;
using HardenBuild.Rules;
using HardenBuild.Scanning.Discovery;

namespace HardenBuild.Scanning;

/// <summary>A kind of file that is checked while it is edited, because each file stands for itself.</summary>
/// <param name="Sure">What the name says of such a file.</param>
/// <param name="Perhaps">What the name says of a file whose text decides.</param>
/// <param name="Rules">The rules that may report in such a file, beside those about the scan itself.</param>
/// <param name="Accepts">Whether a text is of this kind.</param>
internal sealed record LiveFamily(InputFormat Format, NameHint Sure, NameHint Perhaps, ImmutableArray<Rule> Rules, LiveFamily.Sniffer Accepts)
{
    /// <param name="text">UTF-8 without a byte-order mark.</param>
    internal delegate bool Sniffer(ReadOnlySpan<byte> text);

    /// <summary>Every family that is live, one line each.</summary>
    public static ImmutableArray<LiveFamily> All { get; } =
    [
        new(InputFormat.Dockerfile, NameHint.Dockerfile, NameHint.PerhapsDockerfile, [.. RuleCatalog.Dockerfile], DockerfileSniffer.IsDockerfile),
    ];
}
