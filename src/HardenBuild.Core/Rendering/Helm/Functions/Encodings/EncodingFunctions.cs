using System.Globalization;
using System.Text;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Functions.Encodings;

/// <summary>Base64, base32 and checksums.</summary>
internal static class EncodingFunctions
{
    public static TemplateFunction[] All { get; } =
    [
        new("b64enc", [ParameterKind.String], null, static (call, arguments) => Encode(call, arguments, GoBase64.Encode)),
        new("b64dec", [ParameterKind.String], null, static (_, arguments) => new GoString(GoBase64.Decode(arguments.TextAt(0), out var bytes) ?? GoBytes.ToText(bytes))),
        new("b32enc", [ParameterKind.String], null, static (call, arguments) => Encode(call, arguments, GoBase32.Encode)),
        new("b32dec", [ParameterKind.String], null, static (_, arguments) => new GoString(GoBase32.Decode(arguments.TextAt(0), out var bytes) ?? GoBytes.ToText(bytes))),
        new("sha1sum", [ParameterKind.String], null, static (_, arguments) => new GoString(Hex(Checksums.Sha1(GoBytes.Of(arguments.TextAt(0)))))),
        new("sha256sum", [ParameterKind.String], null, static (_, arguments) => new GoString(Hex(Checksums.Sha256(GoBytes.Of(arguments.TextAt(0)))))),
        new("sha512sum", [ParameterKind.String], null, static (_, arguments) => new GoString(Hex(Checksums.Sha512(GoBytes.Of(arguments.TextAt(0)))))),
        new("adler32sum", [ParameterKind.String], null, static (_, arguments) => new GoString(Checksums.Adler32(GoBytes.Of(arguments.TextAt(0))).ToString(CultureInfo.InvariantCulture))),
    ];

    private static GoString Encode(FunctionCall call, GoValue[] arguments, Func<byte[], string> encode)
    {
        var text = arguments.TextAt(0);
        call.Budget.RequireLength(text.Length * 4L);
        return new GoString(encode(GoBytes.Of(text)));
    }

    private static string Hex(byte[] bytes)
    {
        var text = new StringBuilder(bytes.Length * 2);
        foreach (var b in bytes)
            text.Append(b.ToString("x2", CultureInfo.InvariantCulture));
        return text.ToString();
    }
}
