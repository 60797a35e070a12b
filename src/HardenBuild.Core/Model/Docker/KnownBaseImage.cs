using System.Collections.Immutable;

namespace HardenBuild.Model.Docker;

/// <summary>What an image from a registry brings along.</summary>
internal sealed record KnownBaseImage
{
    public ContainerOperatingSystem OperatingSystem { get; init; } = ContainerOperatingSystem.Linux;

    /// <summary>The user that containers run as; null when it depends on a tag that is not known.</summary>
    public string? User { get; init; }

    /// <summary>Whether <see cref="User"/> is not the superuser.</summary>
    public bool IsNonRoot => User is not null and not ("root" or "0" or "ContainerAdministrator");

    /// <summary>Whether the image's own entry point, started as root, runs its server as another user.</summary>
    public bool ChangesUserAtStart { get; init; }

    /// <summary>The default words before a shell-form command; empty when the image has no shell.</summary>
    public ImmutableArray<string> Shell { get; init; } = ["/bin/sh", "-c"];

    /// <summary>The command that installs packages; null when there is none or it depends on the tag.</summary>
    public string? PackageManager { get; init; }

    /// <summary>Variables that the image sets. Null means: to a value that depends on the tag.</summary>
    public ImmutableArray<KeyValuePair<string, string?>> Environment { get; init; } = [];

    /// <summary>Variables that some variants or versions set and others do not.</summary>
    public ImmutableArray<string> PossibleVariables { get; init; } = [];

    /// <summary>Whether <see cref="Environment"/> and <see cref="PossibleVariables"/> name every variable but <c>PATH</c>.</summary>
    public bool IsEnvironmentComplete { get; init; }

    /// <summary>Facts of a Microsoft .NET image; null for others.</summary>
    public DotNetImage? DotNet { get; init; }
}
