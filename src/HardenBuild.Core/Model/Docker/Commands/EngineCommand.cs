using HardenBuild.Syntax.Shell;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Commands;

/// <summary>A command line of a container engine: <c>docker</c>, <c>podman</c>, <c>nerdctl</c> or the daemon <c>dockerd</c>.</summary>
/// <param name="Source">The text that the invocation's spans lie in.</param>
internal sealed record EngineCommand(Invocation Invocation, SourceText Source)
{
    public bool IsDaemon => Invocation.Is("dockerd");

    /// <summary>The subcommand in its short form, <c>run</c> for <c>container run</c>; null where there is none.</summary>
    public string? Verb => IsDaemon ? null : Invocation.Subcommand switch
    {
        "container run" => "run",
        "container create" => "create",
        "container exec" => "exec",
        "container commit" => "commit",
        "container export" => "export",
        "image build" or "buildx build" or "buildx b" or "builder build" => "build",
        "image pull" => "pull",
        "image push" => "push",
        var other => other,
    };

    /// <summary>The command without its options, as messages name it: <c>docker exec</c>.</summary>
    public string Title => Verb is { } verb ? $"{Invocation.Name} {verb}" : Invocation.Name!;

    /// <summary>Where the subcommand is written; the program where there is none.</summary>
    public SourceLocation VerbLocation => Source.At((Invocation.SubcommandWord ?? Invocation.NameWord).Span);

    public bool StartsContainer => Verb is "run" or "create";

    /// <summary>Every such command of a script, also in the scripts that its commands are given as text.</summary>
    public static IEnumerable<EngineCommand> In(ShellScript script, SourceText source)
    {
        foreach (var invocation in script.EnumerateAllInvocations())
        {
            if (Names(invocation.Name))
                yield return new EngineCommand(invocation, source);
        }
    }

    public static bool Names(string? program) => program is "docker" or "podman" or "nerdctl" or "dockerd";

    /// <summary>Whether a text can hold such a command at all: a search that costs nothing, before anything is parsed.</summary>
    public static bool MayBeIn(string text) =>
        text.Contains("docker", StringComparison.OrdinalIgnoreCase) || text.Contains("podman", StringComparison.Ordinal) || text.Contains("nerdctl", StringComparison.Ordinal);
}
