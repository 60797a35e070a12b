using HardenBuild.Rules.Dockerfile.Labels;

namespace HardenBuild.Core.Tests.Rules.Dockerfile;

public sealed class LabelRulesTests
{
    private const string Schema =
        "[*]\nhardenbuild.label_schema = url:url, time : rfc3339, licence:spdx, commit:hash, v:semver, mail:email, note:text\n";

    [Theory]
    [InlineData("LABEL [|1invalid|] =\"foo\"\n")]
    [InlineData("FROM a:1\nLABEL [|Team|]=a [|a..b|]=c [|a--b|]=d [|a.|]=e [|com.docker.x|]=f [|\"a b\"|]=g\n")]
    [InlineData("ONBUILD LABEL [|io.docker.x|]=1\n")]
    [InlineData("LABEL [|a$b|]=1\n")]
    public void Reports_keys_that_break_the_guidelines(string text) => RuleVerifier.Verify<LabelKeyInvalid>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nARG UNKNOWN\nLABEL a=1 com.contoso.team-name=2 org.opencontainers.image.title=3 com.docker.extension.x=4 com.docker.desktop.extension.api.version=5 $UNKNOWN=6 a/b_c=7\n")]
    public void Accepts_other_keys(string text) => RuleVerifier.Verify<LabelKeyInvalid>("Dockerfile", text);

    [Theory]
    [InlineData("FROM [|a:1|]\nLABEL a=1\n", "required_labels = a, b")]
    [InlineData("FROM a:1 AS x\nLABEL b=1\nFROM [|a:1|]\nONBUILD LABEL b=1\n", "required_labels = b")]
    [InlineData("FROM [|a:1|]\n", "label_schema = b:text")]
    [InlineData("FROM [|a:1|]\nLABEL org.opencontainers.image.title=a\n", "hb1161.required_labels = oci")]
    public void Reports_a_required_label_that_is_missing(string text, string option) =>
        RuleVerifier.Verify<LabelRequiredMissing>((".editorconfig", $"[*]\nhardenbuild.{option}\n"), ("Dockerfile", text));

    [Theory]
    [InlineData("FROM a:1 AS x\nLABEL a=1\nFROM x\nLABEL \"b\"=2\n", "required_labels = a, b")]
    [InlineData("FROM a:1\nLABEL $UNKNOWN=1\n", "required_labels = a")]
    [InlineData("FROM a:1\n", "strict_labels = true")]
    public void Accepts_labels_of_the_whole_chain(string text, string option) =>
        RuleVerifier.Verify<LabelRequiredMissing>((".editorconfig", $"[*]\nhardenbuild.{option}\n"), ("Dockerfile", text));

    [Fact]
    public void Reports_labels_outside_of_the_schema() =>
        RuleVerifier.Verify<LabelNotInSchema>((".editorconfig", Schema + "hardenbuild.strict_labels = true\n"), ("Dockerfile", "FROM a:1\nLABEL url=https://x.dev [|other|]=1 $U=1\n"));

    [Fact]
    public void Accepts_any_label_unless_strict() => RuleVerifier.Verify<LabelNotInSchema>((".editorconfig", Schema), ("Dockerfile", "FROM a:1\nLABEL other=1\n"));

    [Fact]
    public void Reports_labels_without_a_value() =>
        RuleVerifier.Verify<LabelEmpty>((".editorconfig", Schema), ("Dockerfile", "FROM a:1\nARG V\nENV E=\nLABEL [|note=\"\"|] other=\"\" url=$V commit=${V:-} [|v=$E|]\n"));

    [Fact]
    public void Reports_what_is_no_URL() =>
        RuleVerifier.Verify<LabelNotUrl>((".editorconfig", Schema), ("Dockerfile", "FROM a:1\nARG U=x\nLABEL url=[|x.dev|] note=x\nLABEL url=[|/a/b|]\nLABEL url=https://x.dev/a?b\nLABEL url=$U\nLABEL url=\"\"\n"));

    [Fact]
    public void Reports_what_is_no_date_and_time() => RuleVerifier.Verify<LabelNotRfc3339>(
        (".editorconfig", Schema),
        ("Dockerfile", "FROM a:1\nLABEL time=[|2026-11-23|]\nLABEL time=[|2026-13-23T10:00:00Z|]\nLABEL time=[|2026-11-23T10:00:00|]\nLABEL time=2026-11-23T10:00:00Z\nLABEL time=2026-11-23T10:00:00.123456789+02:00\nLABEL time=$T\n"));

    [Fact]
    public void Reports_what_is_no_license() => RuleVerifier.Verify<LabelNotSpdx>(
        (".editorconfig", Schema),
        ("Dockerfile", "FROM a:1\nLABEL licence=[|\"MIT License\"|]\nLABEL licence=[|GPLv3|]\nLABEL licence=[|\"(MIT\"|]\nLABEL licence=[|\"MIT OR\"|]\nLABEL licence=MIT\nLABEL licence=\"(MIT OR GPL-2.0-only WITH Classpath-exception-2.0) AND LicenseRef-x\"\n"));

    [Fact]
    public void Reports_what_is_no_commit() => RuleVerifier.Verify<LabelNotGitHash>(
        (".editorconfig", Schema),
        ("Dockerfile", "FROM a:1\nLABEL commit=[|main|]\nLABEL commit=[|ABCDEF1|]\nLABEL commit=abcdef1\nLABEL commit=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b\nLABEL commit=$GIT_COMMIT\n"));

    [Fact]
    public void Reports_what_is_no_semantic_version() => RuleVerifier.Verify<LabelNotSemver>(
        (".editorconfig", Schema),
        ("Dockerfile", "FROM a:1\nLABEL v=[|1.2|]\nLABEL v=[|v1.2.3|]\nLABEL v=[|1.02.3|]\nLABEL v=[|1.2.3-01|]\nLABEL v=1.2.3-rc.1+build.05\nLABEL v=0.0.0\n"));

    [Fact]
    public void Reports_what_is_no_mail_address() => RuleVerifier.Verify<LabelNotEmail>(
        (".editorconfig", Schema),
        ("Dockerfile", "FROM a:1\nLABEL mail=[|team|]\nLABEL mail=[|\"Team <a@x.dev>\"|]\nLABEL mail=[|a@@x.dev|]\nLABEL mail=a.b+c@x.dev\n"));
}
