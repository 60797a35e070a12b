namespace HardenBuild.Syntax.GoTemplate;

/// <summary>An untyped constant: what a number of a template can be used as.</summary>
/// <param name="Whole">Its value as an integer (Go's <c>int64</c>); null where it is none.</param>
/// <param name="Fraction">Its value as a floating-point number; null where it is none.</param>
/// <param name="IsComplex">An imaginary part is written.</param>
internal readonly record struct GoNumber(long? Whole, double? Fraction, bool IsComplex = false);
