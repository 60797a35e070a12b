using HardenBuild.Rules.Dockerfile.Form;

namespace HardenBuild.Core.Tests.Rules.Dockerfile;

public sealed class ExecFormRulesTests
{
    [Theory]
    [InlineData("FROM a:1\nCMD [[|'|]a', 'b']\n")]
    [InlineData("FROM a:1\nENTRYPOINT [\"a\", [|b|], \"c\"]\n")]
    [InlineData("FROM a:1\nRUN [\"a\" [|\"|]b\"]\n")]
    [InlineData("FROM a:1\nCMD [[|\u201C|]a\u201D, \u201Cb\u201D]\n")]
    [InlineData("FROM a:1\nCOPY [[|'|]a.csproj', 'a/']\n")]
    [InlineData("FROM a:1\nVOLUME [[|'|]/data']\n")]
    [InlineData("FROM a:1\nHEALTHCHECK CMD [[|'|]a', 'b']\n")]
    [InlineData("ONBUILD CMD [[|'|]a']\n")]
    [InlineData("FROM a:1\nCMD [ \"a\", \\\n  [|'|]b' ]\n")]
    public void Reports_an_array_that_is_not_JSON(string text) => RuleVerifier.Verify<ExecFormMalformedJson>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN [ -f x ] && y\nRUN [ \"$a\" = \"b\" ]\nRUN [[ \"$a\" == b ]]\nRUN [ \"$a\" ]\nRUN [ 'a' = 'b' ] || [ 'c' ]\n")]
    [InlineData("FROM a:1\nCMD [\"a\", \"b\"]\nENTRYPOINT [ ]\nCOPY [\"a b\", \"c/\"]\nCOPY [a-z] /x\nVOLUME /a\n")]
    [InlineData("FROM a:1\nCMD a ['b']\n")]
    public void Accepts_JSON_and_shell_tests(string text) => RuleVerifier.Verify<ExecFormMalformedJson>("Dockerfile", text);

    [Theory]
    [InlineData("FROM node AS foo\nCMD [|something|]\n")]
    [InlineData("FROM a:1 AS b\nENTRYPOINT [|dotnet|] a.dll\nFROM b\n")]
    [InlineData("entrypoint  [|a|] b\n")]
    [InlineData("ONBUILD CMD [|a|]\n")]
    [InlineData("FROM a:1\nCMD \\\n  [|a|] \\\n  b\n")]
    [InlineData("FROM a:1 AS b\nSHELL [\"bash\", \"-c\"]\nFROM a:1\nCMD [|a|]\n")]
    public void Reports_a_program_behind_a_shell(string text) => RuleVerifier.Verify<ShellFormCmdEntrypoint>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nCMD [\"a\"]\nENTRYPOINT [ \"/bin/sh\", \"-c\", \\\n \"a && \\\n b\" \\\n ]\n")]
    [InlineData("FROM a:1\nCMD exec dotnet a.dll --urls $URLS\n")]
    [InlineData("FROM a:1 AS b\nSHELL [\"/usr/bin/x\"]\nFROM b\nCMD a\n")]
    [InlineData("FROM a:1 AS b\nCMD a\nFROM a:1\nCMD [\"a\"]\n")]
    [InlineData("FROM a:1\nHEALTHCHECK CMD a\nRUN a\n")]
    [InlineData("FROM a:1\nCMD ['a', 'b']\n")]
    [InlineData("FROM a:1\nCMD []\n")]
    public void Accepts_a_program_that_gets_its_signals(string text) => RuleVerifier.Verify<ShellFormCmdEntrypoint>("Dockerfile", text);
}
