using HardenBuild.Text;

namespace HardenBuild.Model.Secrets;

/// <summary>Account keys, shared access keys and signatures of Azure Storage, Service Bus and Cosmos DB.</summary>
internal static class AzureKeyRecognizer
{
    // A 256-bit key has 44 characters, a 512-bit key 88; a signature is a 256-bit hash.
    private const int LeastCharacters = 40;

    // The documented keys of the Azurite and Cosmos DB emulators, which are the same on every machine.
    private static readonly string[] EmulatorKeyPrefixes = ["Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq", "C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw"];

    public static void Find(string text, List<SecretMatch> matches)
    {
        Find(text, "AccountKey=", SecretKind.AzureAccessKey, matches);
        Find(text, "SharedAccessKey=", SecretKind.AzureAccessKey, matches);
        Find(text, "?sig=", SecretKind.AzureSharedAccessSignature, matches);
        Find(text, "&sig=", SecretKind.AzureSharedAccessSignature, matches);
    }

    private static void Find(string text, string name, SecretKind kind, List<SecretMatch> matches)
    {
        for (var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0;)
        {
            var start = at + name.Length;
            var end = SecretCharacters.EndOfRun(text, start, static c => SecretCharacters.IsBase64(c) || c is '=' or '%');
            if (end - start >= LeastCharacters && IsKey(text.Substring(start, end - start)))
                matches.Add(new SecretMatch(TextSpan.FromBounds(start, end), kind));
            at = text.IndexOf(name, end, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static bool IsKey(string value)
    {
        foreach (var prefix in EmulatorKeyPrefixes)
        {
            if (value.StartsWith(prefix, StringComparison.Ordinal))
                return false;
        }

        return Placeholder.IsRandom(value);
    }
}
