namespace HardenBuild.Model.Secrets;

/// <summary>What a literal credential gives access to.</summary>
internal enum SecretKind
{
    PrivateKey,
    AwsAccessKey,
    GitHubToken,
    GitLabToken,
    SlackToken,
    NpmToken,
    NuGetApiKey,
    DockerHubToken,
    StripeKey,
    AzureAccessKey,
    AzureSharedAccessSignature,
    JsonWebToken,
    ConnectionStringPassword,
    UrlPassword,
    RegistryCredentials,
}
