using HardenBuild.Rules.Dockerfile.Form;

namespace HardenBuild.Core.Tests.Rules.Dockerfile;

public sealed class FormRulesTests
{
    [Theory]
    [InlineData("FROM a:1\n[|MAINTAINER|] me\n")]
    [InlineData("[|maintainer|] me <me@example.com>\n")]
    public void Reports_MAINTAINER(string text) => RuleVerifier.Verify<MaintainerDeprecated>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nLABEL maintainer=me\n")]
    [InlineData("FROM a:1\nRUN <<EOF\nMAINTAINER me\nEOF\n")]
    [InlineData("FROM a:1\nONBUILD MAINTAINER me\n")]
    public void Accepts_label_and_text(string text) => RuleVerifier.Verify<MaintainerDeprecated>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\n[|copy|] x y\nCOPY x y\n{|#0:Run|} true\n")]
    [InlineData("from a:1\ncopy x y\n[|RUN|] true\n")]
    [InlineData("FROM a:1\n[|run|] true\n")]
    [InlineData("[|From|] a:1\n")]
    public void Reports_keywords_unlike_the_majority_once(string text) => RuleVerifier.Verify<InstructionKeywordCasing>("Dockerfile", text);

    [Theory]
    [InlineData("from a:1\ncopy x y\n")]
    [InlineData("FROM a:1\nONBUILD run true\nRUN <<EOF\nrun\nEOF\n")]
    [InlineData("# syntax=example/other\nFROM a:1\nnothing known\n")]
    public void Accepts_one_way_throughout(string text) => RuleVerifier.Verify<InstructionKeywordCasing>("Dockerfile", text);

    [Fact]
    public void Demands_capitals_when_configured() => RuleVerifier.Verify<InstructionKeywordCasing>(
        (".editorconfig", "[*]\nhardenbuild.hb1004.keyword_casing = upper\n"), ("Dockerfile", "[|from|] a:1\n{|#0:copy|} x y\n"));

    [Theory]
    [InlineData("FROM a:1\nRUN a \\\n[||]\n    b\n")]
    [InlineData("FROM a:1\nEXPOSE \\\n[|  |]\n{|#0:|}\n80\n")]
    [InlineData("# escape=`\nFROM a:1\nRUN a `\r\n[||]\r\n  b\r\n")]
    public void Reports_blank_line_in_a_continuation(string text) => RuleVerifier.Verify<EmptyContinuationLine>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN a \\\n# comment\n  b\n\nRUN c\n")]
    [InlineData("FROM a:1\nRUN <<EOF\na \\\n\nb\nEOF\n")]
    public void Accepts_comment_and_blank_line_in_heredoc(string text) => RuleVerifier.Verify<EmptyContinuationLine>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nENV [|A|] b c\nENV {|#0:D|} e\n")]
    [InlineData("FROM a:1\nLABEL [|A|] \"b c\"\n")]
    [InlineData("ONBUILD ENV [|A|] b\n")]
    public void Reports_blank_between_name_and_value(string text) => RuleVerifier.Verify<LegacyKeyValueSyntax>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nENV A=b C=d\nARG A\nARG A B\nENV A= B=1\n")]
    [InlineData("FROM a:1\nENV A = b\n")]
    public void Accepts_equals_sign(string text) => RuleVerifier.Verify<LegacyKeyValueSyntax>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nENV [|A =|] b\n")]
    [InlineData("FROM a:1\nLABEL [|A =|]b\n")]
    [InlineData("FROM a:1\nARG [|A= b|]\n")]
    public void Reports_blanks_around_equals(string text) => RuleVerifier.Verify<SpaceBeforeEqualsInKeyValue>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nENV A=\"b = c\" D=\nARG A=\nARG A='' B\nENV A b = c\n")]
    public void Accepts_blanks_inside_values(string text) => RuleVerifier.Verify<SpaceBeforeEqualsInKeyValue>("Dockerfile", text);

    [Theory]
    [InlineData("# check=experimental=all\n[|# other|]\nARG A=1\n# A is fine\nARG A\n")]
    [InlineData("# check=skip=x;experimental=InvalidDefinitionDescription\n# one\n[|# two|]\n# hadolint ignore=DL3006\nFROM a:1 AS build\n")]
    [InlineData("# check=experimental=all\n[|# BUILD it|]\nFROM a:1 AS build\n")]
    [InlineData("# check=experimental=all\n[|# builder|]\nFROM a:1 AS build\n")]
    public void Reports_comment_that_does_not_begin_with_the_name(string text) => RuleVerifier.Verify<DefinitionDescriptionMalformed>("Dockerfile", text);

    [Theory]
    [InlineData("# other\nFROM a:1 AS build\n")]
    [InlineData("# check=experimental=all\n# other\n\nFROM a:1 AS build\n# unnamed\nFROM b:1\n# copies\nCOPY x y\n")]
    [InlineData("# check=experimental=all\n# build: first\n# and more\nFROM a:1 AS build\n")]
    public void Accepts_description_gap_and_files_that_do_not_ask(string text) => RuleVerifier.Verify<DefinitionDescriptionMalformed>("Dockerfile", text);

    [Fact]
    public void Reads_descriptions_when_configured() => RuleVerifier.Verify<DefinitionDescriptionMalformed>(
        (".editorconfig", "[*]\nhardenbuild.described_definitions = true\n"), ("Dockerfile", "[|# other|]\nARG A\nFROM a:1\n"));

    [Theory]
    [InlineData("FROM a:1\n[|CMD|] a\n[|CMD|] [\"b\"]\nRUN x\nCMD c\n")]
    [InlineData("[|CMD|] a\nCMD b\n")]
    public void Reports_CMD_without_effect(string text) => RuleVerifier.Verify<MultipleCmd>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1 AS x\nCMD a\nFROM x\nCMD b\nHEALTHCHECK CMD c\nONBUILD CMD d\n")]
    public void Accepts_one_CMD_a_stage(string text) => RuleVerifier.Verify<MultipleCmd>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\n[|ENTRYPOINT|] [\"a\"]\nENTRYPOINT [\"b\"]\nFROM b:1\nENTRYPOINT [\"c\"]\n")]
    public void Reports_ENTRYPOINT_without_effect(string text) => RuleVerifier.Verify<MultipleEntrypoint>("Dockerfile", text);
}
