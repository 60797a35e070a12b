using HardenBuild.Rules;
using HardenBuild.Rules.Dockerfile.Shell;

namespace HardenBuild.Core.Tests.Rules.Dockerfile;

public sealed class ShellDefectRulesTests
{
    [Theory]
    [InlineData("FROM a:1\nRUN echo [|\"|]a && make\n")]
    [InlineData("FROM a:1\nRUN [|if|] true; then make\n")]
    [InlineData("FROM a:1\nRUN make [|&&|]\n")]
    [InlineData("FROM a:1\nRUN (make)[|)|]\n")]
    [InlineData("FROM a:1\nRUN <<EOF\necho [|'|]a\nmake\nEOF\n")]
    [InlineData("FROM a:1\nCMD echo [|'|]a\n")]
    public void Reports_a_script_that_cannot_be_parsed(string text) => RuleVerifier.Verify<ShellScriptDefect>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN if [ -f x ]; then make; fi && for f in a b; do echo \"$f\"; done && case $X in a) b;; *) c;; esac && f() { a; } && (a; b) && { a; } 2>&1\n")]
    [InlineData("FROM a:1\nRUN echo it\\'s && X=$(echo \"$(date)\") && echo `date` ${X:-\"a b\"} $((1+2))\n")]
    [InlineData("FROM a:1\nSHELL [\"powershell\", \"-Command\"]\nRUN Write-Host \"a'\n")]
    [InlineData("FROM a:1\nRUN python3 <<EOF\nprint('it')) '\nEOF\n")]
    [InlineData("FROM a:1\nRUN [\"echo\", \"it's\"]\n")]
    [InlineData("FROM a:1\nRUN bash -c \"echo '$X\"\n")]
    [InlineData("FROM a:1\nCMD ['a', \"b]\n")]
    [InlineData("FROM a:1\nRUN for f in *; do rm $f done\n")]
    public void Accepts_scripts_that_can_be_parsed_or_have_a_rule_of_their_own(string text) => RuleVerifier.Verify<ShellScriptDefect>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN x [|=|] 1\n")]
    [InlineData("FROM a:1\nRUN x [|=|]1 && make\n")]
    [InlineData("FROM a:1\nRUN x= [|$(date)|]\n")]
    [InlineData("FROM a:1\nRUN version= [|1.2|]\n")]
    public void Reports_blanks_in_assignments(string text) => RuleVerifier.Verify<ShellSpacedAssignment>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN IFS= read x && CC= make && x=1 && [ a = b ] && test a = b && expr a = b\n")]
    [InlineData("FROM a:1\nRUN x= /bin/make && docker run --a = b\n")]
    public void Accepts_blanks_that_are_meant(string text) => RuleVerifier.Verify<ShellSpacedAssignment>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN [|$|]x=1\n")]
    [InlineData("FROM a:1\nRUN for [|$|]f in a b; do echo; done\n")]
    public void Reports_a_dollar_before_an_assigned_name(string text) => RuleVerifier.Verify<ShellDollarAssignment>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN export $x=1 && x=$y && for f in $x; do echo; done && $x --a=b\n")]
    public void Accepts_a_dollar_elsewhere(string text) => RuleVerifier.Verify<ShellDollarAssignment>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN [ -f x[|]|] && make\n")]
    [InlineData("FROM a:1\nRUN [|!|]grep a b\n")]
    [InlineData("FROM a:1\nRUN [|{|]make; }\n")]
    [InlineData("FROM a:1\nRUN if [|!|][ -f x ]; then make; fi\n")]
    public void Reports_a_missing_blank(string text) => RuleVerifier.Verify<ShellMissingBlank>("Dockerfile", text);

    [Theory]
    [InlineData("[-f x ] && a")]
    [InlineData("if[ -f x ]; then a; fi")]
    [InlineData("[\"$X\" = a ] && b")]
    public void Reports_a_test_without_its_first_blank(string script) =>
        Assert.Equal(["["], RuleVerifier.Scan(Find("HB1178"), [("Dockerfile", "FROM a:1\nRUN " + script + "\n")]).Select(finding => finding.Location.Source.Substring(finding.Location.Span)));

    [Theory]
    [InlineData("FROM a:1\nRUN [ -f x ] && [[ -f y ]] && ! grep a b && { make; } && ls [a-z]* && {a,b}\n")]
    [InlineData("FROM a:1\nRUN [\"a\", 'b']\n")]
    [InlineData("FROM a:1\nRUN [ -f x[1] ]\n")]
    public void Accepts_brackets_with_blanks(string text) => RuleVerifier.Verify<ShellMissingBlank>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nCMD a &[|;|] b\n")]
    [InlineData("FROM a:1\nRUN (a & [|;|] b)\n")]
    public void Reports_a_semicolon_after_an_ampersand(string text) => RuleVerifier.Verify<ShellAmpersandSemicolon>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nCMD a & b; c && d\nRUN case x in a) b & ;; esac\nRUN echo 'a &; b'\n")]
    public void Accepts_other_separators(string text) => RuleVerifier.Verify<ShellAmpersandSemicolon>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN apt-get[|\u00A0|]update\n")]
    public void Reports_a_non_breaking_blank(string text) => RuleVerifier.Verify<ShellNonBreakingBlank>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN echo 'a\u00A0b' \"c\u00A0d\"\n")]
    public void Accepts_it_in_quotes(string text) => RuleVerifier.Verify<ShellNonBreakingBlank>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN [|If|] true; [|Then|] make; [|FI|]\n")]
    public void Reports_keywords_in_capitals(string text) => RuleVerifier.Verify<ShellKeywordCasing>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN echo If && 'If' && Iffy && if true; then a; fi\n")]
    public void Accepts_capitals_in_arguments(string text) => RuleVerifier.Verify<ShellKeywordCasing>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN <<EOF\necho \"a\nmake\necho [|\"|]b\nEOF\n")]
    public void Reports_a_quote_that_closes_lines_later(string text) => RuleVerifier.Verify<ShellSuspiciousQuote>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN <<EOF\necho \"a\nb\"\necho \"a\"b 'c'd\nEOF\n")]
    [InlineData("FROM a:1\nRUN echo \"a\" \"b\"\n")]
    public void Accepts_strings_of_several_lines(string text) => RuleVerifier.Verify<ShellSuspiciousQuote>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN a || { b; exit 1 [|}|]\n")]
    [InlineData("FROM a:1\nRUN f() { echo a [|}|]\n")]
    public void Reports_a_brace_that_closes_nothing(string text) => RuleVerifier.Verify<ShellLiteralBrace>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN find . -exec rm {} + && echo } && { a; }\n")]
    public void Accepts_braces_that_are_text(string text) => RuleVerifier.Verify<ShellLiteralBrace>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN for f in *; do rm $f [|done|]\n")]
    [InlineData("FROM a:1\nRUN if true [|then|] make; fi\n")]
    [InlineData("FROM a:1\nRUN if true; then make [|fi|]\n")]
    public void Reports_a_keyword_that_is_an_argument(string text) => RuleVerifier.Verify<ShellMisplacedKeyword>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN echo done && for f in *; do echo all done; done && echo if you do then\n")]
    public void Accepts_keywords_that_are_text(string text) => RuleVerifier.Verify<ShellMisplacedKeyword>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN x=[|=|]1\n")]
    public void Reports_a_second_equals_sign(string text) => RuleVerifier.Verify<ShellComparisonAsAssignment>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN x='=1' && pip install a==1 && [ $x = 1 ] && x=a==b\n")]
    public void Accepts_equals_signs_in_values(string text) => RuleVerifier.Verify<ShellComparisonAsAssignment>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN [|cd|] src; make\n")]
    [InlineData("FROM a:1\nRUN mkdir a && [|cd|] \"$X\"; make\n")]
    [InlineData("FROM a:1\nRUN <<EOF\n[|cd|] src\nmake\nEOF\n")]
    [InlineData("FROM a:1\nRUN (a; [|cd|] src; make)\n")]
    public void Reports_a_cd_that_may_fail(string text) => RuleVerifier.Verify<ShellCdWithoutExit>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN cd src && make; cd src || exit 1; cd /tmp; cd ..; cd; a; cd src\n")]
    [InlineData("FROM a:1\nRUN set -ex; cd src; make\n")]
    [InlineData("FROM a:1\nSHELL [\"bash\", \"-ec\"]\nRUN cd src; make\n")]
    [InlineData("FROM a:1\nRUN if cd src; true; then a; fi\n")]
    public void Accepts_a_cd_that_stops_the_script(string text) => RuleVerifier.Verify<ShellCdWithoutExit>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN rm [|$(cat list)|] [|`ls`|]\n")]
    public void Reports_an_output_that_is_split(string text) => RuleVerifier.Verify<ShellUnquotedSubstitution>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN rm \"$(cat list)\" && x=$(cat list) && make -j $(nproc) && apt-get install $(cat list) && [[ $(a) == b ]]\n")]
    public void Accepts_an_output_that_is_not(string text) => RuleVerifier.Verify<ShellUnquotedSubstitution>("Dockerfile", text);

    [Theory]
    [InlineData("RUN echo [|$MISSING_QUOTES|]\n")]
    [InlineData("RUN echo [|$RANDOM|]\n")]
    [InlineData("ONBUILD RUN rm -rf [|${X}|]/a\n")]
    [InlineData("FROM a:1\nRUN echo [|$X|] && echo $X\n")]
    public void Reports_a_value_that_is_split(string text) => RuleVerifier.Verify<ShellWordSplitting>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN echo \"$X\" '$Y' $? ${#X} && y=$X && apt-get install $PACKAGES && for f in $X; do a; done\n")]
    [InlineData("FROM a:1\nRUN [\"echo\", \"$X\"]\n")]
    [InlineData("SHELL [\"bash\", \"-c\"]\nRUN echo $RANDOM\n")]
    [InlineData("FROM a:1\nSHELL [\"pwsh\", \"-c\"]\nRUN echo $X\n")]
    public void Accepts_a_value_that_is_not(string text) => RuleVerifier.Verify<ShellWordSplitting>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN rm -f [|*|].tmp && chmod +x [|*|]\n")]
    public void Reports_a_wildcard_that_may_be_an_option(string text) => RuleVerifier.Verify<ShellGlobAsOption>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN rm ./*.tmp a* -- *.tmp && rm '*' \\* && echo * && apt-get purge *-dev && for f in *; do a; done\n")]
    public void Accepts_a_wildcard_that_cannot(string text) => RuleVerifier.Verify<ShellGlobAsOption>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN [ -f x ] && make [||||] make clean\n")]
    [InlineData("FROM a:1\nRUN a; command -v curl && curl x [||||] wget x\n")]
    public void Reports_an_and_or_list_as_if(string text) => RuleVerifier.Verify<ShellAndOrAsIf>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN [ -f x ] && make || true; [ -f x ] && make || exit 1; [ -f x ] && echo a || b; a && b || c\n")]
    [InlineData("FROM a:1\nRUN if [ -f x ] && a || b; then c; fi; [ -f x ] && a || { echo no; exit 1; }; [ -f x ] || a && b\n")]
    public void Accepts_and_or_lists_that_are_no_if(string text) => RuleVerifier.Verify<ShellAndOrAsIf>("Dockerfile", text);

    [Theory]
    [InlineData("FROM alpine:3.22\nRUN echo \"a[|\\n|]b\" > x\n")]
    [InlineData("FROM a:1\nSHELL [\"/bin/bash\", \"-c\"]\nRUN echo 'a[|\\t|]b' > x\n")]
    public void Reports_an_escape_that_echo_prints(string text) => RuleVerifier.Verify<ShellEchoEscape>("Dockerfile", text);

    [Theory]
    [InlineData("FROM debian:13\nRUN echo \"a\\nb\"\n")]
    [InlineData("FROM a:1\nRUN echo \"a\\nb\"\n")]
    [InlineData("FROM alpine:3.22\nRUN echo -e \"a\\nb\" && echo a\\nb && printf 'a\\n' && echo a\n")]
    public void Accepts_escapes_where_they_work(string text) => RuleVerifier.Verify<ShellEchoEscape>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN [|cat|] a | wc\n")]
    public void Reports_a_useless_cat(string text) => RuleVerifier.Verify<ShellUselessCat>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN cat a b | wc; cat -n a | wc; cat a; cat *.txt | wc; cat <<E | wc\n")]
    public void Accepts_other_cats(string text) => RuleVerifier.Verify<ShellUselessCat>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN [|export|] X=$(curl x) && make\n")]
    [InlineData("FROM a:1\nRUN f() { [|local|] x=\"a$(curl x)\"; }\n")]
    public void Reports_a_hidden_failure(string text) => RuleVerifier.Verify<ShellMaskedFailure>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN X=$(curl x) && export X && export Y=1 && export GNUPGHOME=\"$(mktemp -d)\" && export Z='$(curl x)'\n")]
    public void Accepts_a_failure_that_shows(string text) => RuleVerifier.Verify<ShellMaskedFailure>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN x=1\nRUN echo \"[|$x1|]\" [|${y1%a}|]\n")]
    public void Reports_a_variable_that_nothing_sets(string text) => RuleVerifier.Verify<ShellUnassignedVariable>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nARG ver\nENV dir=/a\nRUN ab=1 && echo $ab $ver $dir $HOME ${cd:-1} $x && for fi in a; do echo $fi; done && read line && echo $line\n")]
    [InlineData("FROM a:1\nRUN . /etc/os-release && echo $id_like\n")]
    [InlineData("FROM a:1\nARG ver\nFROM a:2\nARG ver\nRUN echo $ver '$none'\n")]
    public void Accepts_variables_that_something_sets(string text) => RuleVerifier.Verify<ShellUnassignedVariable>("Dockerfile", text);

    [Theory]
    [InlineData("FROM debian:13\nRUN [|source|] /etc/os-release\n")]
    [InlineData("FROM ubuntu:24.04 AS base\nSHELL [\"/bin/bash\", \"-c\"]\nFROM ubuntu:24.04\nRUN [|((|] 1 + 1 )) && a\n")]
    [InlineData("FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN [|x|]=(a b)\n")]
    [InlineData("FROM debian:13\nRUN set -euo [|pipefail|]; a\n")]
    [InlineData("FROM debian:13\nRUN a [|&>|] /dev/null\n")]
    [InlineData("FROM python:3.13\nRUN diff [|<(|]a) b && mkdir [|{a,b}|]/c && cat [|<<<|] x\n")]
    [InlineData("FROM node:24-alpine\nRUN mkdir -p /a/[|{b,c}|] && [|x|]=(1 2)\n")]
    [InlineData("FROM debian:13\nRUN [ a [|==|] b ] && echo [|-e|] 'a' && echo [|$RANDOM|] [|${X:0:2}|] [|${X//a/b}|]\n")]
    [InlineData("FROM debian:13\nRUN [|function|] f { a; }\n")]
    [InlineData("FROM debian:13\nRUN sh -c '[|source|] x'\n")]
    [InlineData("FROM debian:13\nSHELL [\"/bin/bash\", \"-c\"]\nRUN <<EOF\n#!/bin/sh\n[|source|] x\nEOF\n")]
    [InlineData("FROM debian:13\nONBUILD RUN echo [|$RANDOM|]\n")]
    public void Reports_bash_where_sh_is_not_bash(string text) => RuleVerifier.Verify<ShellBashismInSh>("Dockerfile", text);

    [Theory]
    [InlineData("FROM alpine:3.22\nRUN [[ -f x ]] && source x && set -o pipefail && a &> b && echo ${X:0:2} ${X//a/b} $RANDOM $'a'\n")]
    [InlineData("FROM debian:13\nSHELL [\"/bin/bash\", \"-c\"]\nRUN source x && [[ -f x ]]\n")]
    [InlineData("FROM debian:13 AS b\nSHELL [\"/bin/bash\", \"-c\"]\nFROM b AS c\nFROM c\nRUN source x\n")]
    [InlineData("FROM debian:13\nRUN bash -c 'source x && [[ -f x ]]'\n")]
    [InlineData("FROM debian:13\nRUN ln -sf /bin/bash /bin/sh\nRUN source x\n")]
    [InlineData("FROM debian:13\nRUN <<EOF\n#!/bin/bash\nsource x\nEOF\n")]
    [InlineData("FROM debian:13\nRUN bash <<EOF\nsource x\nEOF\n")]
    [InlineData("FROM fedora:42\nRUN source x && [[ -f x ]]\n")]
    [InlineData("FROM registry.example.com/base:1\nRUN source x && [[ -f x ]]\n")]
    [InlineData("ARG B\nFROM debian:$B\nRUN source x\n")]
    [InlineData("FROM debian:13\nARG SECONDS=1\nRUN . x && [ a = b ] && printf a && echo '{a,b}' \"{a,b}\" {a} a{1,2} \\{a,b} ${X:-a} ${X#a} $SECONDS && find . -name {} && curl http://x/{a,b} && f() { local x=1; }\n")]
    [InlineData("RUN source x\n")]
    public void Accepts_bash_where_it_is_understood(string text) => RuleVerifier.Verify<ShellBashismInSh>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN echo \"{\"[|key|]\": 1}\" 'a'[|b|]'c'\n")]
    public void Reports_quotes_that_cancel_each_other(string text) => RuleVerifier.Verify<ShellOddQuoting>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN echo \"a\"=\"b\" \"a\"/\"b\" \"$a\"_x 'a'\"b\"'c' \"a\\\"b\\\"c\"\n")]
    public void Accepts_pieces_that_are_joined(string text) => RuleVerifier.Verify<ShellOddQuoting>("Dockerfile", text);

    public static TheoryData<string> ScriptRules => [.. RuleCatalog.All.OfType<ShellScriptRule>().Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(ScriptRules))]
    public void Reports_few_of_many_defects_on_one_line(string id)
    {
        foreach (var unit in new[] { "a | b; ", "cd x; ", "[ x ] && b || c; ", "echo \"a\"b\"c\" $x $(y); ", "(", "x==1 y= 2; ", "{a,b} &; ", "if do ", "{a", "{{", "a || ", "'a'b", "*" })
        {
            var text = "FROM debian:13\nRUN " + string.Concat(Enumerable.Repeat(unit, (1 << 16) / unit.Length));

            Assert.InRange(RuleVerifier.Scan(Find(id), [("Dockerfile", text)]).Count, 0, 50);
        }
    }

    private static Rule Find(string id) => RuleCatalog.All.Single(rule => rule.Id == id);
}
