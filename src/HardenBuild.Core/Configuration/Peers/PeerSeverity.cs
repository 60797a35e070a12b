using HardenBuild.Rules;
using HardenBuild.Text;

namespace HardenBuild.Configuration.Peers;

/// <summary>What another tool's configuration says about one of our rules.</summary>
/// <param name="Place">Where the check is named.</param>
/// <param name="Glob">The files it is said about, as the name of a section in <c>.editorconfig</c>; null for all.</param>
internal sealed record PeerSeverity(Rule Rule, RuleSeverity Severity, TextSpan Place, string? Glob = null)
{
    private readonly SectionGlob? _glob = Glob is null ? null : SectionGlob.TryCreate(Glob);

    /// <param name="path">Relative to the folder of the configuration file, with a slash in front.</param>
    public bool IsFor(string path) => Glob is null || _glob?.IsMatch(path) == true;
}
