using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace HardenBuild.Tool.Reports;

/// <summary>JSON as this tool writes it: indented, LF, ASCII.</summary>
internal static class JsonOutput
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = CreateEncoder() };

    public static void Write(TextWriter output, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
            write(writer);
        output.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
        output.Write('\n');
    }

    public static void WriteStrings(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    // Escaped: everything outside ASCII, and '#', so that no '##vso[' of a scanned file reaches a build agent. Readers get the exact text.
    private static JavaScriptEncoder CreateEncoder()
    {
        var allowed = new TextEncoderSettings(UnicodeRanges.BasicLatin);
        allowed.ForbidCharacter('#');
        return JavaScriptEncoder.Create(allowed);
    }
}
