using System.Security.Cryptography;

namespace HardenBuild;

/// <summary>The one-shot hash of .NET 5 and later.</summary>
internal static class SHA1Extensions
{
    extension(SHA1)
    {
        [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "A function of the template language; nothing here relies on it.")]
        public static byte[] HashData(byte[] source)
        {
            using var algorithm = SHA1.Create();
            return algorithm.ComputeHash(source);
        }
    }
}
