using System.Security.Cryptography;

namespace HardenBuild;

/// <summary>The one-shot hash of .NET 5 and later.</summary>
internal static class SHA256Extensions
{
    extension(SHA256)
    {
        public static byte[] HashData(byte[] source)
        {
            using var algorithm = SHA256.Create();
            return algorithm.ComputeHash(source);
        }
    }
}
