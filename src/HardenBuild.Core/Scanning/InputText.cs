using HardenBuild.Text;

namespace HardenBuild.Scanning;

/// <summary>An input that has been read.</summary>
public sealed record InputText(SourceText Source, InputFormat Format);
