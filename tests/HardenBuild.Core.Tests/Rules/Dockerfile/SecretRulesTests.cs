using HardenBuild.Rules;
using HardenBuild.Rules.Dockerfile.Secrets;

namespace HardenBuild.Core.Tests.Rules.Dockerfile;

public sealed class SecretRulesTests
{
    [Theory]
    [InlineData("FROM a:1\nENV FOO=test [|GITHUB_TOKEN|]=test\n")]
    [InlineData("FROM a:1\nENV [|GITHUB_TOKEN|] test\n")]
    [InlineData("ARG [|AWS_ACCESS_KEY_ID|]\nFROM a:1\n")]
    [InlineData("FROM a:1 AS build\nARG [|NUGET_TOKEN|]\nFROM b:1\nENV {|#0:NUGET_TOKEN|}=$NUGET_TOKEN\n")]
    [InlineData("FROM a:1\nONBUILD ARG [|password|]=x\n")]
    [InlineData("FROM a:1\nCOPY /src /app/\nARG [|GOOGLE_APPLICATION_CREDENTIALS|]=./app/service.json\n")]
    [InlineData("ARG [|SECRET|]\n")]
    public void Reports_a_secrets_name_once(string text) => RuleVerifier.Verify<SecretInEnvOrArgName>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nENV TOKENIZER=x PUBLIC_KEY=x DB_PASSWORD_FILE=x SSH_AUTH_SOCK=x\n")]
    [InlineData("FROM a:1\nENV TOKEN= REQUIRE_AUTH=true KEY=128 SSL_KEY=/etc/ssl/server.key\n")]
    [InlineData("FROM a:1\nARG TOKEN=\"\"\n")]
    [InlineData("FROM a:1\nARG NPM_TOKEN\nRUN --mount=type=secret,id=npm,env=NPM_TOKEN npm ci\n")]
    [InlineData("FROM a:1\nCOPY /src /src\nENV GOOGLE_APPLICATION_CREDENTIALS=./app/service.json\n")]
    [InlineData("FROM a:1\nENV GPG_KEY=E3FF2839C048B25C084DEBE9B26995E310250568\n")]
    [InlineData("FROM a:1\nENV =x\n")]
    public void Accepts_other_names_and_harmless_values(string text) => RuleVerifier.Verify<SecretInEnvOrArgName>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN git clone https://app:[|hunter2|]@git.example.com/x\n")]
    [InlineData("FROM a:1\nARG FEED=https://app:[|hunter2|]@feed.example.com\nFROM b:1\nLABEL f=https://app:{|#0:hunter2|}@feed.example.com\n")]
    [InlineData("FROM a:1\nCOPY <<EOF /app/appsettings.json\n{\"Db\": \"Server=db;Uid=sa;Pwd=[|hunter2|]\"}\nEOF\n")]
    [InlineData("ENV A=amqp://u:[|hunter2|]@rabbit\n")]
    public void Reports_the_secret_itself(string text) => RuleVerifier.Verify<SecretLiteralValue>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\n# use https://app:hunter2@git.example.com\nRUN git clone https://$USER:$PASS@git.example.com/x\n")]
    [InlineData("FROM a@sha256:7959ed6f7e35f8b1aaa06d1d8259d4ee25aa85a086d5c125480c333183f9deeb\n")]
    [InlineData("FROM a:1\nENV DB=\"Server=db;Password=changeme\n")]
    public void Accepts_examples_variables_and_digests(string text) => RuleVerifier.Verify<SecretLiteralValue>("Dockerfile", text);

    [Fact]
    public void Never_prints_the_secret()
    {
        var rule = RuleCatalog.All.OfType<SecretLiteralValue>().Single();
        var finding = Assert.Single(RuleVerifier.Scan(rule, [("Dockerfile", "FROM a:1\nRUN curl https://app:hunter2@example.com\n")]));
        Assert.DoesNotContain("hunter2", finding.Message, StringComparison.Ordinal);
        Assert.Equal("stage 0", finding.LogicalPath);
    }

    [Theory]
    [InlineData("FROM a:1\nCOPY [|.env|] /app/\n")]
    [InlineData("FROM a:1\nCOPY [[|\"keys/id_rsa\"|], \"/root/.ssh/\"]\n")]
    [InlineData("FROM a:1\nADD a.txt [|certs/*.pfx|] /app/\n")]
    [InlineData("FROM a:1\nARG F=.npmrc\nCOPY [|$F|] ./\n")]
    [InlineData("FROM a:1\nCOPY ./config [|$AWS_CONFIG_FILE|]\n")]
    [InlineData("FROM a:1\nCOPY settings [|/root/.aws/credentials|]\n")]
    [InlineData("FROM a:1 AS build\nCOPY [|NuGet/.netrc|] /root/\nFROM b:1\n")]
    [InlineData("COPY [|server.key|] /\n")]
    public void Reports_files_of_credentials(string text) => RuleVerifier.Verify<SecretFileCopied>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nCOPY .env.example id_rsa.pub ca.crt rds-ca-bundle.pem /app/\n")]
    [InlineData("FROM a:1 AS build\nFROM b:1\nCOPY --from=build /keys/server.key /app/\n")]
    [InlineData("FROM a:1\nCOPY $UNKNOWN /app/\n")]
    [InlineData("FROM a:1\nCOPY <<EOF /app/.env\nA=1\nEOF\n")]
    [InlineData("FROM a:1\nCOPY .env\n")]
    public void Accepts_public_halves_and_other_sources(string text) => RuleVerifier.Verify<SecretFileCopied>("Dockerfile", text);
}
