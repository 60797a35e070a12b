namespace HardenBuild.Rendering.Helm.Functions.RegularExpressions;

/// <summary>A pattern that RE2 refuses, with Go's words.</summary>
internal sealed class RegexSyntaxException(string problem, string part) : Exception($"error parsing regexp: {problem}: `{part}`");
