using HardenBuild.Text;

namespace HardenBuild.Model.Aspire;

/// <summary>What a call in an app host is given for one parameter, as far as the compiler knows it.</summary>
/// <param name="Parameter">The parameter's name; each element of a list of arguments is an argument of its own.</param>
/// <param name="Location">The expression.</param>
/// <param name="Text">The constant text, which may be a secret: never print it; null when it is no text or not constant.</param>
/// <param name="Flag">The constant truth value; null when it is none or not constant.</param>
internal sealed record AppHostArgument(string Parameter, SourceLocation Location, string? Text, bool? Flag)
{
    /// <summary>The text where it is written; null when it is not known.</summary>
    public Located<string>? Literal => Text is { } text ? new Located<string>(text, Location) : null;
}
