using CsCheck;
using HardenBuild.Core.Tests.Text;
using HardenBuild.Model.Secrets;

namespace HardenBuild.Core.Tests.Model.Secrets;

/// <remarks>Credentials are put together from halves, so that no scanner takes this file's for real ones.</remarks>
public sealed class SecretScannerTests
{
    private const string Random36 = "q8Zt3vRk0Lw7" + "PmXy5NcB2sHd9FgJ1aUe4TiK";
    private const string Key88 = "n3xQ7uYb0aVt5KpRz1LmWcG8hJ2dSf4XeTq6" + "oIyUvBnMkHjGfDsAqWeRtYuIoPzLxCvBnM9Q+K7/aT2pRd0s8w==";

    [Theory]
    [InlineData("AWS_KEY=[|AKIA" + "QX7ZJ3MWN5T2RLKB|]", "AwsAccessKey")]
    [InlineData("https://[|ghp_" + Random36 + "|]@github.com/x", "GitHubToken")]
    [InlineData("token [|xoxb-" + "904837261554-8172635409182-Qw3rTz8UiOpAs|]", "SlackToken")]
    [InlineData("[|oy2" + "k7w3z9qv1m5x8c2b6n4j0h7g3f9d5s1a8p2o6i4u0y7|]", "NuGetApiKey")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=a;AccountKey=[|" + Key88 + "|];EndpointSuffix=core.windows.net", "AzureAccessKey")]
    [InlineData("https://a.blob.core.windows.net/c?sv=2024&sig=[|q8Zt3vRk0Lw7PmXy5NcB2sHd9FgJ1aUe4TiKbVxQ2zM%3D|]&se=2027", "AzureSharedAccessSignature")]
    [InlineData("[|eyJ" + "hbGciOiJIUzI1NiJ9.eyJ" + "zdWIiOiJhcGkifQ0x.c2lnbmF0dXJlMDEyMw|]", "JsonWebToken")]
    [InlineData("Server=db;User Id=sa;Password=[|Pa55w0rd!|];", "ConnectionStringPassword")]
    [InlineData("Host=db;Pwd=[|hunter2|]", "ConnectionStringPassword")]
    [InlineData("amqp://app:[|hunter2|]@rabbit:5672/", "UrlPassword")]
    [InlineData("redis://:[|hunter2|]@cache:6379", "UrlPassword")]
    [InlineData("""{"auths":{"r.io":{"auth":"[|YXBwOmh1bnRlcjI=|]"}}}""", "RegistryCredentials")]
    [InlineData("""echo "{\"auth\": \"[|YXBwOmh1bnRlcjI=|]\"}" """, "RegistryCredentials")]
    [InlineData("[|-----BEGIN RSA " + "PRIVATE KEY-----|]\nMIIEpAIBAAKCAQEAx7", "PrivateKey")]
    [InlineData("echo '[|-----BEGIN " + "PRIVATE KEY-----|]\\nMIIEvQIBADANBgkqhki'", "PrivateKey")]
    public void Finds_the_secret_itself(string marked, string kind)
    {
        var text = MarkedText.Parse("text", marked);
        var match = Assert.Single(SecretScanner.Find(text.Text));
        Assert.Equal(text.Spans[0], match.Span);
        Assert.Equal(kind, match.Kind.ToString());
    }

    [Theory]
    [InlineData("AKIAIOSFODNN7EXAMPLE")]
    [InlineData("AKIA")]
    [InlineData("ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    [InlineData("ghp_abcdefghijklmnopqrstuvwxyz0123456789")]
    [InlineData("ghp_$TOKEN")]
    [InlineData("xoxb-your-slack-bot-token-here")]
    [InlineData("AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==")]
    [InlineData("https://$USER:$PASS@host/")]
    [InlineData("https://user:${PASS}@host/")]
    [InlineData("https://user:password@host/")]
    [InlineData("postgres://postgres:postgres@db/app")]
    [InlineData("http://localhost:8080/@scope/package")]
    [InlineData("http://+:80;https://+:443")]
    [InlineData("docker://host:5000/image@sha256:abc")]
    [InlineData("Server=db;User Id=sa;Password=${SA_PASSWORD};")]
    [InlineData("Server=db;User Id=sa;Password=<password>;")]
    [InlineData("Server=db;User Id=sa;Password=;")]
    [InlineData("mysql --password=hunter2")]
    [InlineData("grep -q -----BEGIN PRIVATE KEY----- key.pem")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nMIIEpAIBAAKCAQEAx7")]
    [InlineData("-----BEGIN ")]
    [InlineData("\"auth\": \"basic\"")]
    [InlineData("\"auth\":\"YWJjZGVmZ2g=\"")]
    [InlineData("sha256:7959ed6f7e35f8b1aaa06d1d8259d4ee25aa85a086d5c125480c333183f9deeb")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.payload")]
    public void Leaves_placeholders_and_variables_alone(string text) => Assert.Empty(SecretScanner.Find(text));

    [Fact]
    public void Reports_a_token_inside_a_url_once()
    {
        var match = Assert.Single(SecretScanner.Find("https://app:ghp_" + Random36 + "@github.com/x"));
        Assert.Equal(SecretKind.GitHubToken, match.Kind);
    }

    [Fact]
    public void Never_throws_and_stays_within_the_text() =>
        Gen.OneOf(
            Gen.OneOfConst("://", ":", "@", "eyJ", ".", "Password=", "Server=", ";", "\"auth", "\"", "\\", "-----BEGIN ", "PRIVATE KEY-----", "AKIA", "sig=", "&", "$", "{", "%"),
            Gen.String[0, 12]).Array[0, 12].Select(string.Concat).Sample(text =>
            {
                var end = 0;
                foreach (var match in SecretScanner.Find(text))
                {
                    Assert.InRange(match.Span.Start, end, text.Length);
                    Assert.InRange(match.Span.End, match.Span.Start + 1, text.Length);
                    end = match.Span.End;
                }
            });
}
