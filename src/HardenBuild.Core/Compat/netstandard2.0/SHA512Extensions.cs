using System.Security.Cryptography;

namespace HardenBuild;

/// <summary>The one-shot hash of .NET 5 and later.</summary>
internal static class SHA512Extensions
{
    extension(SHA512)
    {
        public static byte[] HashData(byte[] source)
        {
            using var algorithm = SHA512.Create();
            return algorithm.ComputeHash(source);
        }
    }
}
