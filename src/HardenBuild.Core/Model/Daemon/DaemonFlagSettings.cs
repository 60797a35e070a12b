using System.Collections.Immutable;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Model.Daemon;

/// <summary>The flags of a <c>dockerd</c> command line, by the keys of <c>daemon.json</c> that mean the same.</summary>
/// <remarks>A flag that is not given may be a key of the configuration file, so nothing is ever absent. Flags: docs.docker.com/reference/cli/dockerd.</remarks>
internal sealed class DaemonFlagSettings(Invocation invocation, SourceText source) : DaemonSettings
{
    private static readonly Dictionary<string, string[]> s_flags = new(StringComparer.Ordinal)
    {
        ["hosts"] = ["-H", "--host"],
        ["debug"] = ["-D", "--debug"],
        ["log-level"] = ["-l", "--log-level"],
        ["storage-driver"] = ["-s", "--storage-driver"],
        ["data-root"] = ["-g", "--graph", "--data-root"],
        ["pidfile"] = ["-p", "--pidfile"],
        ["bridge"] = ["-b", "--bridge"],
        ["insecure-registries"] = ["--insecure-registry"],
        ["registry-mirrors"] = ["--registry-mirror"],
        ["authorization-plugins"] = ["--authorization-plugin"],
        ["exec-opts"] = ["--exec-opt"],
        ["storage-opts"] = ["--storage-opt"],
        ["log-opts"] = ["--log-opt"],
        ["default-ulimits"] = ["--default-ulimit"],
        ["runtimes"] = ["--add-runtime"],
        ["features"] = ["--feature"],
    };

    private static readonly string[] s_proxies = ["http-proxy", "https-proxy", "no-proxy"];

    public override SourceLocation? AbsenceOf(string key) => null;

    public override SourceLocation? NameOf(string key) => Last(key) is { } option ? source.At(option.NameSpan) : null;

    public override Located<bool>? Boolean(string key) => Last(key) switch
    {
        null => null,
        { HasValue: false } flag => new(true, source.At(flag.TokenSpan)),
        { Value: { } text } flag when Go(text) is { } value => new(value, source.At(flag.ValueSpan)),
        _ => null,
    };

    public override Located<bool>? Boolean(string key, string member)
    {
        Located<bool>? last = null;
        foreach (var (name, value) in Members(key))
        {
            if (name == member && Go(value.Value) is { } parsed)
                last = new(parsed, value.Location);
        }

        return last;
    }

    public override DaemonText? TextOf(string key) => Last(key) is { HasValue: true, Value: not null } option ? new DaemonText(option, source) : null;

    public override ImmutableArray<DaemonText> List(string key) =>
        [.. invocation.FindOptions(Flags(key)).Where(static option => option.Value is not null).Select(option => new DaemonText(option, source))];

    public override ImmutableArray<(string Key, DaemonText Value)> Members(string key)
    {
        if (key == "proxies")
            return [.. s_proxies.Select(name => (name, TextOf(name))).Where(static pair => pair.Item2 is not null).Select(static pair => (pair.name, pair.Item2!.Value))];
        var members = ImmutableArray.CreateBuilder<(string, DaemonText)>();
        foreach (var option in invocation.FindOptions(Flags(key)))
        {
            var equals = option.Value?.IndexOf('=') ?? -1;
            if (equals > 0)
                members.Add((option.Value!.Substring(0, equals), new DaemonText(option, source, equals + 1)));
        }

        return members.ToImmutable();
    }

    public override ImmutableArray<string> Names(string key) => [.. Members(key).Select(static member => member.Key)];

    private static string[] Flags(string key) => s_flags.TryGetValue(key, out var flags) ? flags : ["--" + key];

    // Go's strconv.ParseBool, which reads the values of boolean flags.
    private static bool? Go(string text) => text switch
    {
        "1" or "t" or "T" or "true" or "TRUE" or "True" => true,
        "0" or "f" or "F" or "false" or "FALSE" or "False" => false,
        _ => null,
    };

    private CommandOption? Last(string key) => invocation.FindOptions(Flags(key)).LastOrDefault();
}
