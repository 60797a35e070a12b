using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Model.Daemon;

/// <summary>What dockerd is told, by the keys of <c>daemon.json</c>, whether they are written there or as flags.</summary>
internal abstract class DaemonSettings
{
    /// <summary>The place to speak of a key that is not written; null where it is, and where it may be written elsewhere.</summary>
    public abstract SourceLocation? AbsenceOf(string key);

    /// <summary>Where a key or flag is named; null when it is absent.</summary>
    public abstract SourceLocation? NameOf(string key);

    /// <summary>A <c>true</c> or <c>false</c>; null where the key is absent or something else.</summary>
    public abstract Located<bool>? Boolean(string key);

    /// <summary>A text; null where the key is absent or something else.</summary>
    public abstract DaemonText? TextOf(string key);

    /// <summary>The texts in a list; empty where the key is absent or something else.</summary>
    public abstract ImmutableArray<DaemonText> List(string key);

    /// <summary>The texts in an object, by their keys; empty where the key is absent or something else.</summary>
    public abstract ImmutableArray<(string Key, DaemonText Value)> Members(string key);

    /// <summary>The names in an object, whatever they stand for: the runtimes, say.</summary>
    public abstract ImmutableArray<string> Names(string key);

    /// <summary>A boolean in an object; null where it is absent or something else.</summary>
    public abstract Located<bool>? Boolean(string key, string member);

    /// <summary>A text, located without its quotes unless it is empty; null where the key is absent or something else.</summary>
    public Located<string>? Text(string key) => TextOf(key)?.Located;
}
