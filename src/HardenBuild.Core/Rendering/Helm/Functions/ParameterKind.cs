namespace HardenBuild.Rendering.Helm.Functions;

/// <summary>The Go type of a function's parameter. The evaluator checks arguments against it and says what Go says; a function sees only values that fit.</summary>
internal enum ParameterKind
{
    /// <summary><c>interface {}</c>: anything; nothing at all arrives as <see cref="Values.GoNil"/>.</summary>
    Any,

    /// <summary><c>reflect.Value</c>, as Go's own functions take it (<c>index</c>, <c>eq</c>, <c>len</c>): a missing key stays distinct from a null.</summary>
    Reflected,
    String,
    Int,
    Int64,
    Float64,
    Bool,

    /// <summary><c>map[string]interface {}</c>; the named type of <c>.Values</c> fits too.</summary>
    Map,

    /// <summary><c>[]interface {}</c>.</summary>
    List,

    /// <summary><c>[]string</c>.</summary>
    Strings,

    /// <summary><c>time.Time</c>.</summary>
    Time,
}
