using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes.ControlPlane;

/// <summary>An entry of <c>providers</c>: the first one encrypts, the others only decrypt.</summary>
/// <param name="Name"><c>identity</c>, <c>aescbc</c>, <c>aesgcm</c>, <c>secretbox</c> or <c>kms</c>, at its key.</param>
/// <param name="Fields">The provider's settings.</param>
internal sealed record EncryptionProvider(Located<string> Name, ManifestFields Fields)
{
    /// <summary>Keys that stand in the file in clear text.</summary>
    public IEnumerable<Located<string>> KeyLiterals()
    {
        foreach (var key in Fields.Objects("keys"))
        {
            if (new ManifestFields(key).Text("secret").Known is { } secret && IsKey(secret.Value))
                yield return secret;
        }
    }

    // AES takes 16, 24 or 32 bytes and secretbox 32; other text is a placeholder for a key.
    private static bool IsKey(string text)
    {
        try
        {
            return Convert.FromBase64String(text.Trim()).Length is 16 or 24 or 32;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
