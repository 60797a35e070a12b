using HardenBuild.Model.Kubernetes.Secrets;

namespace HardenBuild.Core.Tests.Rules.Kubernetes.Secrets;

/// <summary>Which names and values are secrets, and which assignments a text holds.</summary>
public sealed class SecretSettingsTests
{
    [Theory]
    [InlineData("DB_PASSWORD")]
    [InlineData("dbPassword")]
    [InlineData("spring.datasource.password")]
    [InlineData("Jwt__SigningKey")]
    [InlineData("JWTSecret")]
    [InlineData("SMTP_SERVER_PASSWORD")]
    [InlineData("AZURE_BATCH_KEY")]
    [InlineData("OCI_CLI_KEY_CONTENT")]
    [InlineData("AWS_SECRET_ACCESS_KEY")]
    [InlineData("PASSWORD_2")]
    [InlineData("ADMIN_PASS")]
    [InlineData("--api-key")]
    [InlineData("bearer")]
    public void Name_of_a_secret(string name) => Assert.Equal(SecretEvidence.Strong, SecretSettings.Evidence(name));

    [Theory]
    [InlineData("PARTITION_KEY")]
    [InlineData("key")]
    [InlineData("PASSWORD_KEY")]
    public void Name_of_many_things(string name) => Assert.Equal(SecretEvidence.Weak, SecretSettings.Evidence(name));

    [Theory]
    [InlineData("PASSWORD_FILE")]
    [InlineData("tokenTTL")]
    [InlineData("TOKENIZER")]
    [InlineData("KEYCLOAK")]
    [InlineData("KEYSPACE")]
    [InlineData("PUBLIC_KEY")]
    [InlineData("secretName")]
    [InlineData("existingSecret")]
    [InlineData("token_endpoint")]
    [InlineData("password-policy")]
    [InlineData("bypass")]
    [InlineData("passthrough")]
    [InlineData("REQUIRE_PASSWORD")]
    [InlineData("ETCD_INITIAL_CLUSTER_TOKEN")]
    [InlineData("")]
    public void Name_of_something_else(string name) => Assert.Equal(SecretEvidence.None, SecretSettings.Evidence(name));

    [Theory]
    [InlineData("DB_PASSWORD", "hunter2", "Literal")]
    [InlineData("DB_PASSWORD", "changeme", "Placeholder")]
    [InlineData("DB_PASSWORD", "db-password", "Placeholder")]
    [InlineData("TLS_SECRET", "shop-tls", "None")]
    [InlineData("DB_PASSWORD", "$(DB_PASSWORD)", "None")]
    [InlineData("DB_PASSWORD", "${DB_PASSWORD}", "None")]
    [InlineData("DB_PASSWORD", "{{ .Values.password }}", "None")]
    [InlineData("DB_PASSWORD", "<password>", "None")]
    [InlineData("DB_PASSWORD", "%PASSWORD%", "None")]
    [InlineData("DB_PASSWORD", "$DB_PASSWORD", "None")]
    [InlineData("DB_PASSWORD", "*anchor", "None")]
    [InlineData("DB_PASSWORD", "*2x!z", "Literal")]
    [InlineData("DB_PASSWORD", "&%zQ", "Literal")]
    [InlineData("DB_PASSWORD", "/run/secrets/db", "None")]
    [InlineData("DB_PASSWORD", "vault:secret/data/db#password", "None")]
    [InlineData("DB_PASSWORD", "true", "None")]
    [InlineData("DB_PASSWORD", "300", "None")]
    [InlineData("DB_PASSWORD", "the password of the data base", "None")]
    [InlineData("CACHE_KEY", "orders", "None")]
    [InlineData("APP_KEY", "9f86d081884c7d659a2feaa0c55ad015", "Literal")]
    [InlineData("COLOUR", "hunter2", "None")]
    public void Value(string name, string value, string expected) => Assert.Equal(expected, SecretValues.Classify(name, value).ToString());

    [Theory]
    [InlineData("password=abc", "password|abc")]
    [InlineData("  export DB_PASSWORD=\"a b\"", "DB_PASSWORD|a b")]
    [InlineData("{\"a\": \"1\", \"password\":\"x\\\"y\"}", "a|1 password|x\\\"y")]
    [InlineData("password: abc # comment", "password|abc")]
    [InlineData("DB_PASSWORD:supersecret", "DB_PASSWORD|supersecret")]
    [InlineData("run --password=abc --token=def", "password|abc token|def")]
    [InlineData("x := abc", "x|abc")]
    [InlineData("a=1\r\nb=2\n", "a|1 b|2")]
    [InlineData("# password=abc", "")]
    [InlineData("// password=abc", "")]
    [InlineData("<!-- password=abc -->", "")]
    [InlineData("please enter the password: now", "")]
    [InlineData("password: two words", "")]
    [InlineData("if password == other", "")]
    [InlineData("password = read(file)", "")]
    [InlineData("password=config.password", "")]
    [InlineData("http://host/path", "")]
    [InlineData("std::token", "")]
    [InlineData("password=", "")]
    [InlineData("password=\"open", "")]
    [InlineData("= : \" '", "")]
    public void Assignments(string text, string expected) => Assert.Equal(expected, string.Join(" ", TextAssignments.Find(text).Select(found => $"{found.Name}|{found.Value}")));

    [Fact]
    public void Assignments_stand_where_they_are_said_to()
    {
        const string Text = "a = 'x'\n\"b\" : \"yy\",\n c=zzz;";

        Assert.All(TextAssignments.Find(Text), found => Assert.Equal(found.Value, Text.Substring(found.Start, found.Value.Length)));
    }
}
