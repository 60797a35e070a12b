using HardenBuild.Rendering.Helm.Functions.Encodings;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Functions.Cryptography;

/// <summary>Random texts, passwords, keys and certificates: stand-ins all of them, and no work is done.</summary>
internal static class CryptographyFunctions
{
    private const string AlphaNumeric = "A1b2C3d4E5f6G7h8I9j0";
    private const string Alphabetic = "AbCdEfGhIjKlMnOpQrSt";

    public static TemplateFunction[] All { get; } =
    [
        new("randAlphaNum", [ParameterKind.Int], null, static (call, arguments) => StandIns.Random(call, arguments.IntegerAt(0), AlphaNumeric)),
        new("randAscii", [ParameterKind.Int], null, static (call, arguments) => StandIns.Random(call, arguments.IntegerAt(0), AlphaNumeric)),
        new("randAlpha", [ParameterKind.Int], null, static (call, arguments) => StandIns.Random(call, arguments.IntegerAt(0), Alphabetic)),
        new("randNumeric", [ParameterKind.Int], null, static (call, arguments) => StandIns.Random(call, arguments.IntegerAt(0), "1234567890")),
        new("randBytes", [ParameterKind.Int], null, RandomBytes),
        new("uuidv4", [], null, static (_, _) => StandIns.Text("00000000-0000-4000-8000-000000000000")),
        new("shuffle", [ParameterKind.String], null, static (_, arguments) => arguments[0]),
        new("htpasswd", [ParameterKind.String, ParameterKind.String], null, static (_, arguments) => StandIns.Text(
            arguments.TextAt(0).Contains(':') ? "invalid username: " + arguments.TextAt(0) : arguments.TextAt(0) + ":STAND-IN")),
        new("bcrypt", [ParameterKind.String], null, static (_, _) => StandIns.Text("STAND-IN")),
        new("encryptAES", [ParameterKind.String, ParameterKind.String], null, static (_, _) => StandIns.Text("STAND-IN")),
        new("decryptAES", [ParameterKind.String, ParameterKind.String], null, static (_, _) => StandIns.Text("STAND-IN")),
        new("derivePassword", [ParameterKind.Int, ParameterKind.String, ParameterKind.String, ParameterKind.String, ParameterKind.String], null, static (_, _) => StandIns.Text("STAND-IN")),
        new("genPrivateKey", [ParameterKind.String], null, static (_, _) => StandIns.Text(StandIns.PrivateKey)),
        new("buildCustomCert", [ParameterKind.String, ParameterKind.String], null, Certificate),
        new("genCA", [ParameterKind.String, ParameterKind.Int], null, Certificate),
        new("genCAWithKey", [ParameterKind.String, ParameterKind.Int, ParameterKind.String], null, Certificate),
        new("genSelfSignedCert", [ParameterKind.String, ParameterKind.List, ParameterKind.List, ParameterKind.Int], null, Certificate),
        new("genSelfSignedCertWithKey", [ParameterKind.String, ParameterKind.List, ParameterKind.List, ParameterKind.Int, ParameterKind.String], null, Certificate),
        new("genSignedCert", [ParameterKind.String, ParameterKind.List, ParameterKind.List, ParameterKind.Int, ParameterKind.Any], null, Certificate),
        new("genSignedCertWithKey", [ParameterKind.String, ParameterKind.List, ParameterKind.List, ParameterKind.Int, ParameterKind.Any, ParameterKind.String], null, Certificate),
    ];

    private static GoString RandomBytes(FunctionCall call, GoValue[] arguments)
    {
        var count = Math.Max(0, arguments.IntegerAt(0));
        call.Budget.RequireLength(count);
        return StandIns.Text(GoBase64.Encode(new byte[count]));
    }

    private static GoCertificate Certificate(FunctionCall call, GoValue[] arguments) => new();
}
