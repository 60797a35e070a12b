using System.Collections.Immutable;
using HardenBuild.Model.Compose.Tree;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Text;

namespace HardenBuild.Model.Compose;

/// <summary>A service of a Compose project.</summary>
/// <param name="Name">Where the first file writes it that has it.</param>
/// <param name="Syntax">Its merged mapping, for what <paramref name="Options"/> does not cover.</param>
/// <param name="Options">What its container is started with.</param>
internal sealed record ComposeService(Located<string> Name, ComposeMapping Syntax, ContainerOptions Options)
{
    /// <summary>False when more may be said of the service in a place that was not read.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>Only with one of these profiles is the service started; empty for always.</summary>
    /// <remarks>Compose specification, "Profiles".</remarks>
    public ImmutableArray<Located<string>> Profiles { get; init; } = [];

    public string LogicalPath => Options.LogicalPath;

    /// <summary>Whether two services run at the same time whenever they run at all, or under a profile that both have.</summary>
    public bool RunsWith(ComposeService other) =>
        Profiles.IsEmpty || other.Profiles.IsEmpty || Profiles.Any(profile => other.Profiles.Any(theirs => theirs.Value == profile.Value));
}
