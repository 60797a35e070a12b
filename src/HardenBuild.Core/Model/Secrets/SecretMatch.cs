using HardenBuild.Text;

namespace HardenBuild.Model.Secrets;

/// <summary>A literal credential in a text.</summary>
/// <param name="Span">The secret's own characters, in offsets of the searched text. Never print them.</param>
internal sealed record SecretMatch(TextSpan Span, SecretKind Kind)
{
    /// <summary>What it is in words, with its article, fit for the middle of a sentence.</summary>
    public string Description => Kind switch
    {
        SecretKind.PrivateKey => "a private key",
        SecretKind.AwsAccessKey => "an AWS access key id",
        SecretKind.GitHubToken => "a GitHub token",
        SecretKind.GitLabToken => "a GitLab token",
        SecretKind.SlackToken => "a Slack token",
        SecretKind.NpmToken => "an npm token",
        SecretKind.NuGetApiKey => "a NuGet API key",
        SecretKind.DockerHubToken => "a Docker Hub token",
        SecretKind.StripeKey => "a Stripe key",
        SecretKind.AzureAccessKey => "an Azure access key",
        SecretKind.AzureSharedAccessSignature => "an Azure shared access signature",
        SecretKind.JsonWebToken => "a JSON web token",
        SecretKind.ConnectionStringPassword => "the password of a connection string",
        SecretKind.UrlPassword => "the password of a URL",
        SecretKind.RegistryCredentials => "registry credentials",
        _ => "a credential",
    };
}
