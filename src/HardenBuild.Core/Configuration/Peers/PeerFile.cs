using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Configuration.Peers;

/// <summary>The part of another tool's configuration file that concerns our rules.</summary>
/// <param name="Peer">As in the aliases of rules.</param>
/// <param name="Severities">In the order of the text; of two for one rule, the last counts.</param>
/// <param name="Options">Keys and values as in <c>.editorconfig</c>, and where they come from.</param>
internal sealed record PeerFile(SourceText Source, string Peer, ImmutableArray<PeerSeverity> Severities, ImmutableArray<PeerOption> Options);
