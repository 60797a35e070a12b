using System.Security.Cryptography;

namespace HardenBuild;

/// <summary>The one-shot hash of .NET 5 and later.</summary>
internal static class SHA1Extensions
{
    extension(SHA1)
    {
        public static byte[] HashData(byte[] source)
        {
            using var algorithm = SHA1.Create();
            return algorithm.ComputeHash(source);
        }
    }
}
