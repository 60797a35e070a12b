using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Evaluation;

/// <summary>Helm deletes what Go prints for nothing, from what a file or <c>tpl</c> renders, wherever it came from.</summary>
internal static class NoValueRemoval
{
    /// <summary>What Go prints for nothing.</summary>
    public const string NoValue = "<no value>";

    public static TracedText Remove(TracedText text)
    {
        var content = text.Content;
        var next = content.IndexOf(NoValue, StringComparison.Ordinal);
        if (next < 0)
            return text;
        var builder = new TracedTextBuilder(text.IsTraced);
        var start = 0;
        for (; next >= 0; next = content.IndexOf(NoValue, start, StringComparison.Ordinal))
        {
            builder.Append(text, start, next - start);
            start = next + NoValue.Length;
        }

        builder.Append(text, start, content.Length - start);
        return builder.ToText();
    }
}
