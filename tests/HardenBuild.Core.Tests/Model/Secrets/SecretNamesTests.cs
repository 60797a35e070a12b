using HardenBuild.Model.Secrets;

namespace HardenBuild.Core.Tests.Model.Secrets;

public sealed class SecretNamesTests
{
    [Theory]
    [InlineData("password")]
    [InlineData("my_password")]
    [InlineData("DB_PASSWORD")]
    [InlineData("GITHUB_TOKEN")]
    [InlineData("openai_api_key")]
    [InlineData("SECRET_PASSPHRASE")]
    [InlineData("AWS_ACCESS_KEY_ID")]
    [InlineData("VITE_AWS_ACCESS_KEY_ID")]
    [InlineData("ARTIFACTORY_USR")]
    [InlineData("VSS_NUGET_EXTERNAL_FEED_ENDPOINTS")]
    [InlineData("Kestrel__Certificates__Default__Password")]
    [InlineData("Jwt__SigningKey")]
    [InlineData("Authentication__Google__ClientSecret")]
    [InlineData("GPG_PRIVATE_KEY")]
    public void Knows_names_of_secrets(string name) => Assert.True(SecretNames.IsSecret(name));

    [Theory]
    [InlineData("TOKENIZER")]
    [InlineData("KEYBOARD")]
    [InlineData("MONKEY")]
    [InlineData("USERNAME")]
    [InlineData("PUBLIC_KEY")]
    [InlineData("public_token")]
    [InlineData("SECRET_FILE")]
    [InlineData("POSTGRES_PASSWORD_FILE")]
    [InlineData("SSH_KEY_DIR")]
    [InlineData("SSH_AUTH_SOCK")]
    [InlineData("TOKEN_VERSION")]
    [InlineData("ASPNETCORE_IDENTITY_AUTHORITY")]
    [InlineData("GPG_KEY")]
    [InlineData("Jwt__AccessTokenLifetimeMinutes")]
    [InlineData("GOOGLE_APPLICATION_CREDENTIALS")]
    [InlineData("")]
    [InlineData("___")]
    public void Leaves_other_names_alone(string name) => Assert.False(SecretNames.IsSecret(name));
}
