namespace HardenBuild.Text;

/// <summary>A value of a model and the text that decided it. An absent value is a null <c>Located</c>.</summary>
public readonly record struct Located<T>(T Value, SourceLocation Location)
{
    public override string ToString() => $"{Value} at {Location}";
}
