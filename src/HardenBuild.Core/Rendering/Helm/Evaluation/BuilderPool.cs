using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Evaluation;

/// <summary>Builders of text to use again: charts include thousands of short templates.</summary>
internal sealed class BuilderPool(bool isTracing)
{
    // Longer ones are left to the garbage collector.
    private const int MaximumLength = 1 << 16;

    private readonly Stack<TracedTextBuilder> _free = new();

    public TracedTextBuilder Take() => _free.Count > 0 ? _free.Pop() : new TracedTextBuilder(isTracing);

    public void Return(TracedTextBuilder builder)
    {
        if (builder.Length > MaximumLength)
            return;
        builder.Clear();
        _free.Push(builder);
    }
}
