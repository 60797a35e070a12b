namespace HardenBuild.Syntax.Dockerfile;

/// <summary>What a flag takes.</summary>
internal enum FlagType
{
    /// <summary>The builder does not know the flag.</summary>
    Unknown,

    /// <summary>Nothing, <c>true</c> or <c>false</c>; at most once.</summary>
    Truth,

    /// <summary>A value; at most once.</summary>
    Text,

    /// <summary>A value; may be repeated.</summary>
    TextList,
}
