using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Model.Secrets;

/// <summary>Tokens whose provider gives them a prefix of their own.</summary>
internal static class PrefixedTokenRecognizer
{
    private const int Unlimited = int.MaxValue;

    /// <summary>Prefixes and lengths as the providers' documentation of their token formats gives them.</summary>
    private static readonly ImmutableArray<TokenShape> Shapes =
    [
        new("AKIA", SecretKind.AwsAccessKey, 16, 16, SecretCharacters.IsUpperOrDigit),
        new("ASIA", SecretKind.AwsAccessKey, 16, 16, SecretCharacters.IsUpperOrDigit),
        new("ghp_", SecretKind.GitHubToken, 36, Unlimited, SecretCharacters.IsAlphanumeric),
        new("gho_", SecretKind.GitHubToken, 36, Unlimited, SecretCharacters.IsAlphanumeric),
        new("ghu_", SecretKind.GitHubToken, 36, Unlimited, SecretCharacters.IsAlphanumeric),
        new("ghs_", SecretKind.GitHubToken, 36, Unlimited, SecretCharacters.IsAlphanumeric),
        new("ghr_", SecretKind.GitHubToken, 36, Unlimited, SecretCharacters.IsAlphanumeric),
        new("github_pat_", SecretKind.GitHubToken, 60, Unlimited, SecretCharacters.IsWord),
        new("glpat-", SecretKind.GitLabToken, 20, Unlimited, SecretCharacters.IsBase64Url),
        new("xoxa-", SecretKind.SlackToken, 20, Unlimited, SecretCharacters.IsBase64Url),
        new("xoxb-", SecretKind.SlackToken, 20, Unlimited, SecretCharacters.IsBase64Url),
        new("xoxp-", SecretKind.SlackToken, 20, Unlimited, SecretCharacters.IsBase64Url),
        new("xoxo-", SecretKind.SlackToken, 20, Unlimited, SecretCharacters.IsBase64Url),
        new("xoxr-", SecretKind.SlackToken, 20, Unlimited, SecretCharacters.IsBase64Url),
        new("xoxs-", SecretKind.SlackToken, 20, Unlimited, SecretCharacters.IsBase64Url),
        new("npm_", SecretKind.NpmToken, 36, 36, SecretCharacters.IsAlphanumeric),
        new("oy2", SecretKind.NuGetApiKey, 43, 43, SecretCharacters.IsLowerOrDigit),
        new("dckr_pat_", SecretKind.DockerHubToken, 27, 27, SecretCharacters.IsBase64Url),
        new("sk_live_", SecretKind.StripeKey, 24, Unlimited, SecretCharacters.IsAlphanumeric),
    ];

    public static void Find(string text, List<SecretMatch> matches)
    {
        foreach (var shape in Shapes)
        {
            for (var at = text.IndexOf(shape.Prefix, StringComparison.Ordinal); at >= 0;)
            {
                var body = at + shape.Prefix.Length;
                var end = SecretCharacters.EndOfRun(text, body, shape.IsMember);
                if (IsToken(text, at, end, shape))
                    matches.Add(new SecretMatch(TextSpan.FromBounds(at, end), shape.Kind));
                at = text.IndexOf(shape.Prefix, end, StringComparison.Ordinal);
            }
        }
    }

    private static bool IsToken(string text, int start, int end, TokenShape shape)
    {
        var length = end - start - shape.Prefix.Length;
        return length >= shape.Shortest
            && length <= shape.Longest
            && (start == 0 || !SecretCharacters.IsWord(text[start - 1]))
            && (end == text.Length || !SecretCharacters.IsWord(text[end]))
            && Placeholder.IsRandom(text.Substring(start + shape.Prefix.Length, length));
    }
}
