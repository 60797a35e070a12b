using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace HardenBuild.Rendering.Helm.Functions.Encodings;

/// <summary>Checksums that charts put into annotations and names.</summary>
internal static class Checksums
{
    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "sha1sum is a function of the template language; nothing here relies on it.")]
    public static byte[] Sha1(byte[] bytes) => SHA1.HashData(bytes);

    public static byte[] Sha256(byte[] bytes) => SHA256.HashData(bytes);

    public static byte[] Sha512(byte[] bytes) => SHA512.HashData(bytes);

    // RFC 1950, section 8.2.
    public static uint Adler32(byte[] bytes)
    {
        uint a = 1, b = 0;
        foreach (var value in bytes)
        {
            a = (a + value) % 65521;
            b = (b + a) % 65521;
        }

        return (b << 16) | a;
    }
}
