namespace HardenBuild.Model.Compose.Schema;

/// <summary>The types of a single YAML value as Compose reads it.</summary>
[Flags]
internal enum ScalarKinds
{
    None = 0,
    Text = 1,

    /// <summary>A whole number.</summary>
    Integer = 1 << 1,

    /// <summary>A number with a fraction.</summary>
    Float = 1 << 2,
    Boolean = 1 << 3,
    Null = 1 << 4,

    Number = Integer | Float,
}
