using HardenBuild.Rendering.Helm.Evaluation;

namespace HardenBuild.Rendering.Helm.Output;

/// <summary>What Helm makes of the messages of Go's template engine.</summary>
/// <remarks>Helm's cleanupParseError and cleanupExecError (pkg/engine/engine.go).</remarks>
internal static class HelmMessages
{
    private const string Separator = ": ";

    /// <param name="message"><c>template: NAME:LINE: ...: WHAT</c>.</param>
    public static string OfParsing(string message)
    {
        var start = message.IndexOf(Separator, StringComparison.Ordinal) + Separator.Length;
        var end = message.IndexOf(Separator, start, StringComparison.Ordinal);
        var last = message.LastIndexOf(Separator, StringComparison.Ordinal);
        return end < 0 ? message : $"parse error at ({message.Substring(start, end - start)}): {message.Substring(last + Separator.Length)}";
    }

    /// <summary>What <c>fail</c> and <c>required</c> say stands alone, with the place of the outermost template.</summary>
    public static string OfExecution(TemplateExecutionException exception)
    {
        var message = exception.Message;
        var call = Math.Max(message.LastIndexOf("error calling fail: ", StringComparison.Ordinal), message.LastIndexOf("error calling required: ", StringComparison.Ordinal));
        if (call < 0 || !message.EndsWith(exception.Reason, StringComparison.Ordinal) || call < message.Length - exception.Reason.Length)
            return message;
        var start = message.IndexOf(Separator, StringComparison.Ordinal) + Separator.Length;
        var end = message.IndexOf(Separator, start, StringComparison.Ordinal);
        var words = message.Substring(message.IndexOf(Separator, call, StringComparison.Ordinal) + Separator.Length);
        return end < 0 ? message : $"execution error at ({message.Substring(start, end - start)}): {words}";
    }
}
