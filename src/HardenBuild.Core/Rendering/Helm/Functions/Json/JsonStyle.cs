namespace HardenBuild.Rendering.Helm.Functions.Json;

/// <summary>How <c>encoding/json</c> is asked to write.</summary>
/// <param name="EscapesHtml">Angle brackets and ampersands become <c>\u003c</c> and so on.</param>
/// <param name="IsIndented">Two blanks a level.</param>
internal sealed record JsonStyle(bool EscapesHtml, bool IsIndented)
{
    public static JsonStyle Standard { get; } = new(EscapesHtml: true, IsIndented: false);

    public static JsonStyle Pretty { get; } = new(EscapesHtml: true, IsIndented: true);

    public static JsonStyle Raw { get; } = new(EscapesHtml: false, IsIndented: false);
}
