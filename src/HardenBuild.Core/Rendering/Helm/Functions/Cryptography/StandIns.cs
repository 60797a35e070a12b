using System.Text;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Functions.Cryptography;

/// <summary>What stands for passwords, keys and certificates: they differ at each render, and a scan must not.</summary>
internal static class StandIns
{
    public const string PrivateKey = "-----BEGIN RSA PRIVATE KEY-----\nSTAND-IN\n-----END RSA PRIVATE KEY-----\n";
    public const string Certificate = "-----BEGIN CERTIFICATE-----\nSTAND-IN\n-----END CERTIFICATE-----\n";

    public static GoString Text(string text) => new(text, isStandIn: true);

    /// <summary>The first characters of an endlessly repeated alphabet.</summary>
    public static GoString Random(FunctionCall call, long count, string alphabet)
    {
        if (count <= 0)
            return Text("");
        call.Budget.RequireLength(count);
        var text = new StringBuilder((int)count);
        for (var i = 0; i < count; i++)
            text.Append(alphabet[i % alphabet.Length]);
        return Text(text.ToString());
    }
}
