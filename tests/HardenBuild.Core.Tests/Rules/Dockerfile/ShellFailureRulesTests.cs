using HardenBuild.Rules.Dockerfile.Shell;

namespace HardenBuild.Core.Tests.Rules.Dockerfile;

public sealed class ShellFailureRulesTests
{
    [Theory]
    [InlineData("FROM a:1\nRUN wget -O - https://x.dev [|||] wc -l > /n\n")]
    [InlineData("FROM a:1\nRUN wget -O - https://x.dev \\\n    # a comment\n    [|||] wc -l > /n\n")]
    [InlineData("FROM a:1\nSHELL [\"/bin/sh\", \"-o\", \"pipefail\", \"-c\"]\nRUN wget -O - https://x.dev [|||] wc -l > /n\n")]
    [InlineData("FROM a:1 AS b\nSHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]\nFROM a:1\nRUN curl x [|||] wc\n")]
    [InlineData("FROM a:1\nRUN <<EOF\ncurl x [|||] wc -l\nEOF\n")]
    [InlineData("FROM a:1\nRUN [\"bash\", \"-c\", \"curl x [|||] wc -l\"]\n")]
    [InlineData("FROM a:1\nRUN V=$(curl x [|||] wc -l) && echo $V\n")]
    [InlineData("FROM a:1\nRUN curl x [|||] wc -l; set -o pipefail; curl y | wc -l\n")]
    [InlineData("FROM a:1\nRUN find . [|||] xargs cat | wc\n")]
    [InlineData("ONBUILD RUN curl x [|||] wc\n")]
    public void Reports_a_pipe_that_hides_a_failure(string text) => RuleVerifier.Verify<PipeWithoutPipefail>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nSHELL [\"/bin/bash\", \"-eo\", \"pipefail\", \"-c\"]\nRUN curl x | wc\n")]
    [InlineData("FROM a:1\nSHELL [\"/usr/local/bin/bash\", \"-o\", \"pipefail\", \"-c\"]\nRUN curl x | wc\n")]
    [InlineData("FROM alpine:3.22\nSHELL [\"/bin/sh\", \"-o\", \"pipefail\", \"-c\"]\nRUN curl x | wc\n")]
    [InlineData("FROM a:1 AS b\nSHELL [\"/bin/ash\", \"-euxo\", \"pipefail\", \"-c\"]\nFROM b\nRUN curl x | wc\n")]
    [InlineData("FROM a:1\nRUN set -euxo pipefail && curl x | wc\n")]
    [InlineData("FROM a:1\nRUN bash -o pipefail -c 'curl x | wc'\n")]
    [InlineData("FROM a:1\nRUN [\"bash\", \"-eo\", \"pipefail\", \"-c\", \"curl x | wc\"]\n")]
    [InlineData("FROM a:1\nRUN <<EOF\n#!/bin/bash -eo pipefail\ncurl x | wc\nEOF\n")]
    [InlineData("FROM a:1\nRUN <<EOF\n#!/usr/bin/env python3\nx = a | b\nEOF\n")]
    [InlineData("FROM a:1\nRUN python3 <<EOF\nx = a | b\nEOF\n")]
    [InlineData("FROM a:1\nSHELL [\"pwsh\", \"-c\"]\nRUN Get-Variable | Select-Object x\n")]
    [InlineData("FROM a:1\nSHELL [\"cmd\", \"/S\", \"/C\"]\nRUN dir | more\n")]
    [InlineData("FROM a:1\nRUN a || b\nRUN echo 'a | b' \"c | d\"\n")]
    [InlineData("FROM a:1\nRUN echo \"deb x\" | tee /etc/apt/x.list && { echo a; echo b; } | debconf-set-selections\n")]
    [InlineData("FROM a:1\nRUN curl x | tar -xz && grep x f | sha256sum -c - && curl k | gpg --dearmor -o k\n")]
    [InlineData("FROM a:1\nRUN if dpkg -l | grep -q x; then a; fi; echo $(curl x | wc); curl x | wc || true\n")]
    [InlineData("FROM a:1\nRUN find /usr -name x | sort -u | awk '{ print }' | xargs -rt dpkg-query --search | cut -d: -f1 | xargs rm\n")]
    [InlineData("FROM a:1\nCMD cat x | wc\n")]
    [InlineData("FROM a:1\nRUN curl x | (\n")]
    public void Accepts_pipes_that_fail_loudly_or_need_not(string text) => RuleVerifier.Verify<PipeWithoutPipefail>("Dockerfile", text);

    [Fact]
    public void Reports_the_pipes_of_one_script_together() =>
        RuleVerifier.Verify<PipeWithoutPipefail>("Dockerfile", "FROM a:1\nRUN curl x [|||] wc && curl y {|#0:||} wc\n");

    [Theory]
    [InlineData("FROM a:1\nRUN [|<<EOF|]\napt-get update\napt-get install x\nEOF\n")]
    [InlineData("FROM a:1\nRUN [|<<-'END'|]\n\tmake\n\tmake install\n\tEND\n")]
    [InlineData("FROM a:1\nRUN [|<<EOF|]\n#!/bin/bash -u\nmake\nmake install\nEOF\n")]
    [InlineData("FROM a:1\nRUN [|<<EOF|] bash\nmake\nmake install\nEOF\n")]
    [InlineData("FROM a:1\nRUN bash [|<<EOF|]\nmake\nmake install\nEOF\n")]
    [InlineData("FROM a:1\nONBUILD RUN [|<<EOF|]\nmake\nmake install\nEOF\n")]
    public void Reports_a_heredoc_that_goes_on(string text) => RuleVerifier.Verify<HeredocWithoutErrexit>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN <<EOF\nset -eux\nmake\nmake install\nEOF\n")]
    [InlineData("FROM a:1\nRUN <<EOF\nset -o errexit\nmake\nmake install\nEOF\n")]
    [InlineData("FROM a:1\nRUN <<EOF\n#!/bin/bash -e\nmake\nmake install\nEOF\n")]
    [InlineData("FROM a:1\nRUN bash -euo pipefail <<EOF\nmake\nmake install\nEOF\n")]
    [InlineData("FROM a:1\nSHELL [\"/bin/bash\", \"-o\", \"errexit\", \"-c\"]\nRUN <<EOF\nmake\nmake install\nEOF\n")]
    [InlineData("FROM a:1\nRUN <<EOF\n# one command\nmake &&\n  make install\nEOF\n")]
    [InlineData("FROM a:1\nRUN <<EOF\nX=1\necho $X\nmake\nEOF\n")]
    [InlineData("FROM a:1\nRUN python3 <<EOF\nimport os\nprint(1)\nEOF\n")]
    [InlineData("FROM a:1\nRUN <<EOF\n#!/usr/bin/python3\nimport os\nprint(1)\nEOF\n")]
    [InlineData("FROM a:1\nCOPY <<EOF /a\nmake\nmake install\nEOF\n")]
    [InlineData("FROM a:1\nRUN make; make install\n")]
    public void Accepts_heredocs_that_stop(string text) => RuleVerifier.Verify<HeredocWithoutErrexit>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN apt-get update[|;|] apt-get install x\n")]
    [InlineData("FROM a:1\nRUN make [|;|] \\\n    make install\n")]
    [InlineData("FROM a:1\nRUN a && b[|;|] c\n")]
    [InlineData("FROM a:1\nRUN [\"sh\", \"-c\", \"make[|;|] make install\"]\n")]
    public void Reports_a_semicolon_that_hides_a_failure(string text) => RuleVerifier.Verify<SemicolonMasksFailure>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN set -e; make; make install\n")]
    [InlineData("FROM a:1\nRUN set -eux; \\\n    make; \\\n    make install\n")]
    [InlineData("FROM a:1\nSHELL [\"/bin/bash\", \"-ec\"]\nRUN make; make install\n")]
    [InlineData("FROM a:1\nRUN for f in *; do make $f; done\n")]
    [InlineData("FROM a:1\nRUN if a; then b; fi\n")]
    [InlineData("FROM a:1\nRUN make || true; make install\n")]
    [InlineData("FROM a:1\nRUN make && make install;\n")]
    [InlineData("FROM a:1\nRUN x=1; echo a; cd /src; make\n")]
    [InlineData("FROM a:1\nRUN find . -exec rm {} \\; && echo 'a; b'\n")]
    [InlineData("FROM a:1\nCMD nginx; sleep 1\n")]
    [InlineData("FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nRUN a; b\n")]
    public void Accepts_semicolons_that_do_not(string text) => RuleVerifier.Verify<SemicolonMasksFailure>("Dockerfile", text);
}
