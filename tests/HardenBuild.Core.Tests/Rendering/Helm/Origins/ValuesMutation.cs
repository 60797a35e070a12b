using HardenBuild.Rendering.Helm.Functions.Yaml;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Rendering.Helm.Origins;

/// <summary>A values file in which one scalar is another one.</summary>
/// <param name="Line">The line of the scalar, zero-based.</param>
/// <param name="Text">The changed file, whose lines are those of the original.</param>
internal sealed record ValuesMutation(int Line, string Was, string Text)
{
    /// <summary>A changed file for each scalar that stands on one line: texts and numbers become others that are as true, and flags are turned.</summary>
    public static IEnumerable<ValuesMutation> Of(SourceText file) =>
        YamlFile.Parse(file).Documents.SelectMany(static document => Scalars(document.Root)).Select(scalar => Of(file, scalar)).OfType<ValuesMutation>();

    private static IEnumerable<YamlScalar> Scalars(YamlNode? node) => node switch
    {
        YamlMapping mapping => mapping.Members.SelectMany(static member => Scalars(member.Value)),
        YamlSequence sequence => sequence.Items.SelectMany(Scalars),
        YamlScalar scalar => [scalar],
        _ => [],
    };

    private static ValuesMutation? Of(SourceText file, YamlScalar scalar)
    {
        var was = file.Substring(scalar.Span);
        if (was.Length == 0 || was.Contains('\n', StringComparison.Ordinal) || was[0] is '|' or '>' || Changed(was) is not { } text)
            return null;
        var changed = file.Content[..scalar.Span.Start] + text + file.Content[scalar.Span.End..];
        return new ValuesMutation(file.GetLineIndex(scalar.Span.Start), was, changed);
    }

    private static string? Changed(string text)
    {
        var value = YamlValueReader.Read(text, null, 1).Documents;
        return value switch
        {
            [GoBoolean flag] => flag.Value ? "false" : "true",
            [GoFloat number] when text[0] is not '"' and not '\'' => number.Value == 0 ? "1" : text.Contains('.', StringComparison.Ordinal) ? "3.5" : number.Value == 7 ? "8" : "7",
            [GoString] when text[0] is '"' or '\'' => text.Insert(1, "x"),
            [GoString] => "x" + text,
            _ => null,
        };
    }
}
