using HardenBuild.Rules.Dockerfile.Stages;

namespace HardenBuild.Core.Tests.Rules.Dockerfile;

public sealed class StageRulesTests
{
    [Theory]
    [InlineData("# syntax=docker/dockerfile:1\n\n# comment\nARG A=1\nFROM scratch\n")]
    [InlineData("ARG A=1\n")]
    [InlineData("")]
    [InlineData("FROM\nRUN x\n")]
    public void Accepts_only_comments_and_ARG_before_FROM(string text) => RuleVerifier.Verify<InstructionBeforeFrom>("Dockerfile", text);

    [Theory]
    [InlineData("[|LABEL|] a=b\nENV c=d\nFROM scratch\n")]
    [InlineData("ARG A\n[|run|] echo \\\n  hello\n")]
    [InlineData("[|COPY|] <<EOF /a\nFROM scratch\nEOF\nFROM scratch\n")]
    public void Reports_the_first_instruction_before_FROM(string text) => RuleVerifier.Verify<InstructionBeforeFrom>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1 AS Build\nFROM b:1\nCOPY --from=build x y\nCOPY --from=0 x y\n")]
    [InlineData("FROM b:1\nCOPY --from=golang:1.24 x y\nCOPY --from=host/name x y\n")]
    [InlineData("ARG SOURCE\nFROM b:1\nARG SOURCE\nCOPY --from=${SOURCE} x y\n")]
    [InlineData("FROM b:1\nCOPY --from= x y\n")]
    public void Accepts_stages_numbers_images_and_variables(string text) => RuleVerifier.Verify<CopyFromUnknownStage>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1 AS one\nCOPY --from=[|two|] x y\nFROM b:1 AS two\n")]
    [InlineData("FROM b:1\nCOPY --from=[|0|] x y\n")]
    [InlineData("FROM a:1 AS one\nCOPY --from=[|one|] x y\n")]
    [InlineData("FROM b:1\nRUN --mount=from=[|tools|],target=/t true\nCOPY --from={|#0:Tools|} x y\n")]
    [InlineData("COPY --from=[|foo|] bar .\n")]
    [InlineData("FROM b:1\nONBUILD COPY --from=[|foo|] bar .\n")]
    public void Reports_names_of_no_earlier_stage_once(string text) => RuleVerifier.Verify<CopyFromUnknownStage>("Dockerfile", text);
}
