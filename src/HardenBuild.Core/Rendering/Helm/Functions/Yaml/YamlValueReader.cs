using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Syntax.Yaml.Events;
using HardenBuild.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace HardenBuild.Rendering.Helm.Functions.Yaml;

/// <summary>Reads YAML as Helm does, through JSON (<c>sigs.k8s.io/yaml</c>): YAML 1.1, every number a float64, keys as strings, merge keys applied, the last of equal keys counts.</summary>
internal static class YamlValueReader
{
    /// <summary>Reads the documents of a file.</summary>
    public static YamlReading ReadFile(SourceText source) => Read(source.Content, new FileOrigins(source), int.MaxValue);

    /// <summary>Reads the first document of a text that a template made.</summary>
    /// <param name="isTracing">Values get the places behind the text.</param>
    public static YamlReading ReadText(TracedText text, bool isTracing) => Read(text.Content, isTracing && text.IsTraced ? new TracedOrigins(text) : null, 1);

    /// <summary>Reads documents.</summary>
    /// <param name="origins">Null reads values without origins.</param>
    /// <param name="filter">Which parts are wanted; null for all.</param>
    public static YamlReading Read(string text, YamlOrigins? origins, int maximumDocuments, YamlFilter? filter = null)
    {
        if (text.Length > 0 && text[0] == '\uFEFF')
            return Read(text.Substring(1), origins is null ? null : new ShiftedOrigins(origins), maximumDocuments, filter);
        List<GoValue> documents = [];
        if (ControlCharacter(text) is >= 0 and var offset)
            return new YamlReading(documents, "yaml: control characters are not allowed", offset);
        using var reader = new YamlEventReader(text, 0, text.Length);
        var builder = new YamlValueBuilder(text, reader, origins);
        try
        {
            while (documents.Count < maximumDocuments && reader.MoveNext())
            {
                if (reader.Current is DocumentEnd)
                    documents.Add(builder.TakeDocument());
                else if (filter is null || filter.Takes(reader.Current))
                    builder.Add(reader.Current);
                if (filter is { NeedsAll: true })
                    return Read(text, origins, maximumDocuments);
            }

            return new YamlReading(documents, null, 0);
        }
        catch (YamlException exception)
        {
            return new YamlReading(documents, YamlErrorText.Of(exception, reader.LinesBefore), reader.Offset(exception.Start.Index));
        }
        catch (YamlReadingException exception)
        {
            return new YamlReading(documents, exception.Message, exception.Offset);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            // YamlDotNet's invariants give way at escapes that name no character and at some ends of text.
            return new YamlReading(documents, "yaml: unknown problem parsing YAML content", builder.Position);
        }
    }

    // YamlDotNet takes NUL for the end of the text; go-yaml refuses all of these.
    private static int ControlCharacter(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= ' ' and <= '~' or '\t' or '\n' or '\r' or '\u0085' or (>= '\u00A0' and <= '\uFFFD' and not '\uFEFF'))
                continue;
            if (c != '\uFEFF')
                return i;
        }

        return -1;
    }

    private sealed class ShiftedOrigins(YamlOrigins origins) : YamlOrigins
    {
        public override ValueOrigin? Of(TextSpan span, string path) => origins.Of(new TextSpan(span.Start + 1, span.Length), path);
    }
}
