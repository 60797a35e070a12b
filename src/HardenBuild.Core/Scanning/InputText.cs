using HardenBuild.Text;

namespace HardenBuild.Scanning;

/// <summary>An input that has been read.</summary>
public sealed record InputText(SourceText Source, InputFormat Format)
{
    /// <summary>The <c>.env</c> file beside a Compose file; null when there is none.</summary>
    public SourceText? Variables { get; init; }
}
