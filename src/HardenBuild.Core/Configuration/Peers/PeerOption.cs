using HardenBuild.Text;

namespace HardenBuild.Configuration.Peers;

/// <summary>A setting of another tool in our words.</summary>
/// <param name="Key">As in <c>.editorconfig</c>.</param>
/// <param name="Place">Where the other tool's setting is written.</param>
internal sealed record PeerOption(string Key, string Value, TextSpan Place);
