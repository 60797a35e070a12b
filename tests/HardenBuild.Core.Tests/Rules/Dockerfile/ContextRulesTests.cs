using HardenBuild.Rules.Dockerfile.Copying;
using HardenBuild.Rules.Dockerfile.Secrets;

namespace HardenBuild.Core.Tests.Rules.Dockerfile;

public sealed class ContextRulesTests
{
    [Theory]
    [InlineData("Dockerfile\n", "FROM scratch\nCOPY [|Dockerfile|] .\nADD [|Dockerfile|] /windy\n")]
    [InlineData("a\n", "FROM a:1\nCOPY [[|\"a/b\"|], \"x\"]\n")]
    [InlineData("a\n", "FROM a:1\nCOPY x \\\n  [|./a|] /y/\n")]
    [InlineData("*\n!b\n", "FROM a:1\nCOPY [|a/|] /x\n")]
    [InlineData("**\n!**/*.cs\n", "FROM a:1\nCOPY [|appsettings.json|] /x\n")]
    [InlineData("**\n", "FROM a:1\nCOPY [|.|] .\n")]
    [InlineData("publish\n", "ARG D=publish\nFROM a:1\nARG D\nCOPY [|$D|] .\n")]
    [InlineData("a\n", "COPY [|a|] .\n")]
    public void Reports_what_the_ignore_file_hides(string ignore, string text) => RuleVerifier.Verify<CopyIgnoredFile>(("Dockerfile", text), (".dockerignore", ignore));

    [Theory]
    [InlineData("**\n!Dockerfile\n", "FROM scratch\nCOPY ./Dockerfile .\n")]
    [InlineData("foobar\n", "FROM scratch AS base\nCOPY Dockerfile /foobar\nFROM base\nCOPY --from=base /foobar /Dockerfile\n")]
    [InlineData("*\n!a/b\n", "FROM a:1\nCOPY a/ /x\n")]
    [InlineData("*\n!a\n", "FROM a:1\nCOPY . .\n")]
    [InlineData("*.md\n", "FROM a:1\nCOPY *.md .\n")]
    [InlineData("a\n", "FROM a:1\nCOPY $UNKNOWN .\nADD https://example.com/a .\nCOPY <<a /x\na\n")]
    [InlineData("a\n", "FROM a:1\nONBUILD COPY a .\n")]
    [InlineData("[a\n", "FROM a:1\nCOPY a .\n")]
    public void Accepts_what_the_builder_sees(string ignore, string text) => RuleVerifier.Verify<CopyIgnoredFile>(("Dockerfile", text), (".dockerignore", ignore));

    [Fact]
    public void Uses_the_ignore_file_of_the_Dockerfile() =>
        RuleVerifier.Verify<CopyIgnoredFile>(("api.Dockerfile", "FROM a:1\nCOPY a [|b|] /\n"), (".dockerignore", "a"), ("api.Dockerfile.dockerignore", "b"));

    [Theory]
    [InlineData("FROM a:1\nCOPY main.py [|settings.py|] ./\n")]
    [InlineData("FROM a:1\nCOPY main.py .\nCOPY [|Main.py|] .\n")]
    [InlineData("FROM a:1\nCOPY main.py .\nCOPY [|Lib/A.py|] .\n")]
    [InlineData("FROM a:1\nCOPY lib/a.py .\nCOPY [|mian.py|] .\n")]
    [InlineData("FROM a:1\nCOPY lib/a.py .\nCOPY [|lib/main.py|] .\n")]
    public void Reports_missing_sources(string text) => RuleVerifier.Verify<CopySourceMissing>(("Dockerfile", text), ("main.py", ""), ("lib/a.py", ""));

    [Theory]
    [InlineData("FROM a:1\nCOPY settings.ini .\n")]
    [InlineData("FROM a:1\nCOPY main.py settings.ini .\n")]
    [InlineData("FROM a:1\nCOPY main.py .\nCOPY publish/ bin/Release/a.txt app.jar server *.txt $X ./\n")]
    [InlineData("FROM a:1 AS b\nCOPY main.py lib/a.py ./\nFROM a:1\nCOPY --from=b /x.txt .\n")]
    public void Accepts_sources_that_exist_or_may_be_made(string text) => RuleVerifier.Verify<CopySourceMissing>(("Dockerfile", text), ("main.py", ""), ("lib/a.py", ""));

    [Fact]
    public void Reports_missing_sources_in_the_context_that_Compose_names() => RuleVerifier.Verify<CopySourceMissing>(
        ("compose.yaml", "services:\n  a:\n    build:\n      context: .\n      dockerfile: docker/Dockerfile\n"),
        ("docker/Dockerfile", "FROM a:1\nCOPY [|docker/Start.sh|] docker/start.sh /\n"),
        ("docker/start.sh", ""));

    [Theory]
    [InlineData("FROM a:1\nCOPY [|.|] /app\n")]
    [InlineData("FROM a:1 AS b\nCOPY . /src\nFROM c:1\nADD [|./|] /app\n")]
    [InlineData("FROM a:1\nCOPY [|*|] /app/\n")]
    [InlineData("COPY [|/|] /app\n")]
    public void Reports_the_whole_context_in_the_image(string text) => RuleVerifier.Verify<CopyWholeContextIntoFinal>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1 AS b\nCOPY . /src\nFROM c:1\nCOPY --from=b . /app\n")]
    [InlineData("FROM a:1\nCOPY src /app\n")]
    [InlineData("FROM a:1\nONBUILD COPY . /app\n")]
    public void Accepts_parts_of_the_context_and_earlier_stages(string text) => RuleVerifier.Verify<CopyWholeContextIntoFinal>("Dockerfile", text);

    [Fact]
    public void Accepts_an_ignore_file_that_lets_single_paths_through() =>
        RuleVerifier.Verify<CopyWholeContextIntoFinal>(("Dockerfile", "FROM a:1\nCOPY . /app\n"), (".dockerignore", "*\n!src\n"));

    [Theory]
    [InlineData(".env\n", "FROM a:1\nCOPY .env /app/\n")]
    [InlineData("**/*.pfx\n", "FROM a:1\nCOPY certs/*.pfx certs/a.pfx /app/\n")]
    public void Accepts_credentials_that_the_ignore_file_keeps_out(string ignore, string text) => RuleVerifier.Verify<SecretFileCopied>(("Dockerfile", text), (".dockerignore", ignore));

    [Fact]
    public void Reports_credentials_that_the_ignore_file_lets_back_in() =>
        RuleVerifier.Verify<SecretFileCopied>(("Dockerfile", "FROM a:1\nCOPY [|.env|] /app/\n"), (".dockerignore", "*\n!.env\n"));
}
