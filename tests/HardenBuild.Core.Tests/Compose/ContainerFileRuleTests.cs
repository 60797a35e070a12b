using HardenBuild.Core.Tests.Rules;
using HardenBuild.Rules.Compose.Secrets;

namespace HardenBuild.Core.Tests.Compose;

/// <summary>Files of the repository that services are given.</summary>
public sealed class ContainerFileRuleTests
{
    [Fact]
    public void Reports_a_secret_in_an_environment_file_once() => RuleVerifier.Verify<ComposeEnvFileWithSecretsTracked>(
        ("deploy/compose.yaml", "services:\n  db:\n    image: a:1\n    env_file:\n      - [|../db.env|]\n  web:\n    image: a:1\n    env_file:\n      - path: {|#0:../db.env|}\n        required: false\n"),
        ("db.env", "# for the database\nPOSTGRES_USER=shop\nexport POSTGRES_PASSWORD='kT9.vq27Lm'\n"));

    [Theory]
    [InlineData("db.env", "POSTGRES_USER=shop\nPOSTGRES_PASSWORD=\nPOSTGRES_PASSWORD_FILE=/run/secrets/db\nAPI_TOKEN=${TOKEN}\n")]
    [InlineData("db.env.example", "POSTGRES_PASSWORD=kT9.vq27Lm\n")]
    [InlineData("other.env", "POSTGRES_PASSWORD=kT9.vq27Lm\n")]
    public void Accepts_environment_files_without_secrets(string path, string text) => RuleVerifier.Verify<ComposeEnvFileWithSecretsTracked>(
        ("compose.yaml", $"services:\n  db:\n    image: a:1\n    env_file: [{(path == "other.env" ? "/etc/db.env, ~/db.env, '${FILE}', missing.env, ../../outside.env" : path)}]\n"), (path, text));

    [Fact]
    public void Reports_values_of_the_file_beside()
    {
        var finding = Assert.Single(ComposeCheck.Reports(
            ComposeCheck.Rule("HB2057"), ComposeCheck.Web("environment:\n  DB_PASSWORD: [|${DB_PASSWORD}|]\n  DB_USER: ${DB_USER}\n  API_TOKEN: ${API_TOKEN}\n  OTHER_PASSWORD: literal"), env: "DB_PASSWORD=kT9.vq27Lm\nDB_USER=shop\n"));
        Assert.Contains("'.env'", finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("kT9", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reports_the_file_of_a_secret() => RuleVerifier.Verify<ComposeSecretFileTracked>(
        ("compose.yaml", "services:\n  db:\n    image: a:1\n    secrets:\n      - source: db\n        target: db_password\nsecrets:\n  db:\n    file: [|./secrets/db.txt|]\n"),
        ("secrets/db.txt", "kT9.vq27Lm\n"));

    [Fact]
    public void Accepts_secrets_from_elsewhere() => RuleVerifier.Verify<ComposeSecretFileTracked>(
        ("compose.yaml", "services:\n  db:\n    image: a:1\n    secrets: [empty, variable, external, missing, outside]\nsecrets:\n  empty: {file: ./empty.txt}\n  variable: {environment: X}\n  external: {external: true}\n  missing: {file: ./nowhere.txt}\n  outside: {file: /run/x.txt}\n"),
        ("empty.txt", "\n"));
}
