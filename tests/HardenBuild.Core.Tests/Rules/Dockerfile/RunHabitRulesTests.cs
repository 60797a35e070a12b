using HardenBuild.Rules.Dockerfile.Commands;

namespace HardenBuild.Core.Tests.Rules.Dockerfile;

public sealed class RunHabitRulesTests
{
    [Theory]
    [InlineData("RUN [|cd|] /opt\n")]
    [InlineData("FROM a:1\nRUN [|cd|] /src && make && make install\n")]
    [InlineData("FROM a:1\nENV SRC=/src\nRUN [|cd|] \"$SRC\"; make\n")]
    [InlineData("FROM a:1\nONBUILD RUN apt-get install -y vim && [|cd|] /usr/share/nginx/html\n")]
    public void Reports_cd_for_a_whole_RUN(string text) => RuleVerifier.Verify<CdInsteadOfWorkdir>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN (cd /src && make)\nRUN make && cd /src && make\nRUN cd $(mktemp -d) && make\nRUN cd /tmp && make\nRUN cd - && make\n")]
    [InlineData("FROM a:1\nRUN cd /a && make && cd /b && make\nRUN cd $HOME && make\nRUN cd /a || exit 1\n")]
    [InlineData("FROM a:1\nRUN <<EOF\ncd /a\nmake\nEOF\nRUN [\"cd\", \"/a\"]\nCMD cd /usr/share && sed x ; nginx\n")]
    [InlineData("FROM a:1\nRUN cd\nRUN cd /a | (\n")]
    public void Accepts_cd_for_a_step(string text) => RuleVerifier.Verify<CdInsteadOfWorkdir>("Dockerfile", text);

    [Theory]
    [InlineData("FROM node as foo\nRUN {|#0:wget|} my.xyz\nRUN [|curl|] my.xyz\nRUN echo hello\nRUN wget foo.com\n")]
    [InlineData("FROM a:1\nRUN {|#0:wget|} http://google.com\nRUN [[|\"curl\"|], \"http://bing.com\"]\n")]
    public void Reports_curl_and_wget(string text) => RuleVerifier.Verify<CurlAndWgetBoth>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN wget http://google.com\nFROM a:1\nRUN curl http://bing.com\n")]
    [InlineData("FROM a:1\nRUN curl http://bing.com\nRUN apt-get install -y wget && echo wget\nHEALTHCHECK CMD wget -q localhost\n")]
    public void Accepts_one_program_a_stage(string text) => RuleVerifier.Verify<CurlAndWgetBoth>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN [|wget|] https://x.dev -O /tmp/q\n")]
    [InlineData("FROM a:1\nRUN [\"sh\", \"-c\", \"[|wget|] -N https://x.dev\"]\n")]
    public void Reports_wget_with_progress(string text) => RuleVerifier.Verify<WgetWithoutProgressLimit>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN wget -qO- x.dev && wget -nv x.dev && wget --progress=dot:giga x.dev && wget -o log x.dev && wget --append-output=log x.dev && wget --spider x.dev\n")]
    [InlineData("FROM a:1\nHEALTHCHECK CMD wget x.dev\n")]
    public void Accepts_quiet_wget(string text) => RuleVerifier.Verify<WgetWithoutProgressLimit>("Dockerfile", text);

    [Theory]
    [InlineData("ONBUILD RUN [|top|]\n")]
    [InlineData("FROM a:1\nRUN sudo [|service|] mysql start && [|mount|] -t proc proc /proc && [|kill|] -9 12\n")]
    [InlineData("FROM a:1\nRUN [[|\"systemctl\"|], \"start\", \"x\"]\n")]
    public void Reports_commands_for_running_systems(string text) => RuleVerifier.Verify<NonsensicalCommandInBuild>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN --mount=type=cache,target=/top apt-get install -y vim nano ssh && rm /usr/bin/top && echo service && service=1 && command -v ps\n")]
    [InlineData("FROM a:1\nRUN (sqlservr & pid=$!; sqlcmd -i a.sql; kill 1)\nRUN start && kill \"$(cat pid)\"\nRUN systemctl enable nginx\n")]
    [InlineData("FROM a:1\nRUN --mount=type=ssh ssh -T git@github.com\nCMD service nginx start\n")]
    public void Accepts_words_and_helpers(string text) => RuleVerifier.Verify<NonsensicalCommandInBuild>("Dockerfile", text);

    [Theory]
    [InlineData("ONBUILD RUN ln -sfv /bin/bash [|/bin/sh|]\n")]
    [InlineData("FROM a:1\nRUN rm /bin/sh && ln -s /bin/bash [|/bin/sh|]\nRUN [\"cp\", \"/bin/bash\", [|\"/usr/bin/sh\"|]]\nRUN dpkg-reconfigure -f noninteractive [|dash|]\n")]
    public void Reports_a_replaced_shell(string text) => RuleVerifier.Verify<DefaultShellChangedByLink>("Dockerfile", text);

    [Theory]
    [InlineData("RUN ln -s foo bar && unrelated && something_with /bin/sh\n")]
    [InlineData("FROM a:1\nRUN ln -s /bin/sh /usr/local/bin/shell && dpkg-reconfigure locales && cp /bin/sh /backup/sh\n")]
    public void Accepts_other_links(string text) => RuleVerifier.Verify<DefaultShellChangedByLink>("Dockerfile", text);

    [Theory]
    [InlineData("RUN /foo.sh\n# a comment\n# another\n[|RUN|] /bar.sh\n[|RUN|] [\"/baz\"]\n")]
    [InlineData("FROM a:1\nRUN --network=none a\n[|RUN|] --network=none b\n")]
    public void Reports_consecutive_RUN(string text) => RuleVerifier.Verify<ConsecutiveRunInstructions>("Dockerfile", text);

    [Theory]
    [InlineData("RUN foobar\nRUN foo; bar\nRUN foobar\n")]
    [InlineData("FROM a:1\nRUN a\nCOPY b .\nRUN c\nRUN --mount=type=cache,target=/c d\nRUN <<EOF\ne\nEOF\nRUN f\n")]
    [InlineData("FROM a:1 AS build\nRUN a\nRUN b\nFROM c:1\nCOPY --from=build /a /a\nRUN d\nUSER e\nRUN f\n")]
    public void Accepts_RUN_apart(string text) => RuleVerifier.Verify<ConsecutiveRunInstructions>("Dockerfile", text);

    [Fact]
    public void Reports_long_lines() => RuleVerifier.Verify<RunLineTooLong>(
        (".editorconfig", "[*]\nhardenbuild.hb1146.max_line_length = 20\n"),
        ("Dockerfile", "FROM a:1\nRUN apt-get update [|&& apt-get install -y x \\|]\n  && true\nONBUILD RUN aaaa [|bbbb cccc dddd|]\n"));

    [Fact]
    public void Accepts_long_words_and_heredocs() => RuleVerifier.Verify<RunLineTooLong>(
        (".editorconfig", "[*]\nhardenbuild.hb1146.max_line_length = 20\n"),
        ("Dockerfile", "FROM a:1 AS a-very-long-name-of-a-stage\nRUN curl https://example.com/a/b/c\nRUN <<EOF\na b c d e f g h i j k l m n o p q\nEOF\nRUN short \\\n  line\n"));

    [Fact]
    public void Lines_may_have_120_characters() => RuleVerifier.Verify<RunLineTooLong>("Dockerfile",
        "FROM a:1\nRUN " + string.Concat(Enumerable.Repeat("a ", 57)) + "aa\nRUN " + string.Concat(Enumerable.Repeat("a ", 57)) + "[|aaa|]\n");
}
