namespace HardenBuild.Syntax.Dockerfile;

/// <summary>How many characters expansion may still produce for one file. What exceeds it is unknown.</summary>
/// <remarks>Variables that double each other grow exponentially; real files expand to less than their own length.</remarks>
internal sealed class ExpansionBudget(long characters)
{
    private long _remaining = characters;

    public static ExpansionBudget For(int textLength) => new(1_000_000 + (4L * textLength));

    public bool TrySpend(long characters)
    {
        if (characters > _remaining)
            return false;
        _remaining -= characters;
        return true;
    }
}
