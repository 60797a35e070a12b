namespace HardenBuild.Rendering.Helm.Values;

/// <summary>What Go's reflection calls a value, as far as templates can meet it: <c>kindOf</c> prints these names in lower case.</summary>
internal enum GoKind
{
    /// <summary>Nothing at all: a null, or a key that is absent.</summary>
    Invalid,
    Bool,
    Int,
    Int32,
    Int64,
    Uint8,
    Float64,
    String,
    Slice,
    Map,
    Struct,
    Ptr,
    Func,
}
