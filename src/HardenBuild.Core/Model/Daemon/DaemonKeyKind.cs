namespace HardenBuild.Model.Daemon;

/// <summary>What a key of <c>daemon.json</c> holds.</summary>
internal enum DaemonKeyKind
{
    /// <summary>Differs between versions.</summary>
    Any,

    Boolean,
    Text,
    Number,

    /// <summary>A size: bytes, or a text with a unit.</summary>
    TextOrNumber,

    List,
    Object,

    /// <summary>An object whose values are texts, numbers in quotes included.</summary>
    Texts,
}
