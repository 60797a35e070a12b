using HardenBuild.Rules;
using HardenBuild.Rules.Dockerfile.Copying;
using HardenBuild.Rules.Dockerfile.Downloads;

namespace HardenBuild.Core.Tests.Rules.Dockerfile;

public sealed class DownloadRulesTests
{
    [Theory]
    [InlineData("FROM a:1\nRUN curl -fsSL [|https://x.dev/a-${V}.tar.gz|] | tar xz\n")]
    [InlineData("FROM a:1\nRUN wget -qO /usr/local/bin/tool [|https://x.dev/tool|] && chmod +x /usr/local/bin/tool\n")]
    [InlineData("FROM a:1\nRUN curl -o i.sh [|https://x.dev/i.sh|] && sh i.sh\nADD [|https://x.dev/|] /x\n")]
    [InlineData("FROM a:1\nENV U=https://x.dev/a.zip\nRUN [\"wget\", [|\"https://x.dev/b.deb\"|]]\nRUN curl -O [|$U|]\n")]
    [InlineData("ONBUILD ADD --link [|https://x.dev/a.tgz|] /x\n")]
    [InlineData("FROM a:1\nRUN <<E\ncurl -O \\\n  [|https://x.dev/a.zip?raw=1|]\nE\n")]
    public void Reports_downloads_that_are_not_checked(string text) => RuleVerifier.Verify<RemoteDownloadWithoutChecksum>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN curl -O https://x.dev/a.tgz && echo \"$S a.tgz\" | sha256sum -c\n")]
    [InlineData("FROM a:1\nRUN <<E\nwget https://x.dev/a.tgz\ngpg --batch --verify a.asc a.tgz\nE\n")]
    [InlineData("FROM a:1\nADD --checksum=sha256:1 https://x.dev/a.tgz /x\nADD https://x.dev/r.git#v1 /r\nADD a.tgz /a\n")]
    [InlineData("FROM a:1\nRUN curl https://x.dev/i.sh | sh; curl https://x.dev/k.asc -o k.asc; curl $UNKNOWN; apt-get install a.deb\nHEALTHCHECK CMD curl https://x.dev/a.zip\n")]
    [InlineData("FROM a:1\nRUN curl https://\nADD https:// \n")]
    public void Accepts_downloads_that_are_checked_or_data(string text) => RuleVerifier.Verify<RemoteDownloadWithoutChecksum>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN curl -O [|http://x.dev/a|] && wget http://x.dev/b\nADD [|ftp://y.dev:21/c|] /c\n")]
    [InlineData("FROM a:1\nARG H=http://x.dev\nRUN curl [|\"$H/a\"|]\nRUN git clone [|http://g.dev/r.git|]; pip install -i [|http://p.dev/simple|] x; npm ci --registry=[|http://n.dev/|]\n")]
    [InlineData("FROM a:1\nRUN dotnet nuget add source [|http://d.dev/v3/index.json|] && npm config set registry [|http://n.dev|]\n")]
    [InlineData("FROM a:1\nRUN curl --url [|http://u@10.0.0.1/a|]\n")]
    public void Reports_clear_text(string text) => RuleVerifier.Verify<ClearTextHttpDownload>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN curl http://localhost/a http://127.0.0.1:80 http://[::1]/ http://db/x http://host.docker.internal/ http://x.local/ http://$HOST/a\n")]
    [InlineData("FROM a:1\nRUN curl -x http://proxy.dev https://x.dev/a; echo http://x.dev; echo 'deb http://deb.debian.org/debian x main' > /etc/apt/sources.list\n")]
    [InlineData("FROM a:1\nLABEL u=http://x.dev\nHEALTHCHECK CMD curl http://x.dev\nCMD [\"curl\", \"http://x.dev\"]\n")]
    public void Accepts_encrypted_and_local_traffic(string text) => RuleVerifier.Verify<ClearTextHttpDownload>("Dockerfile", text);

    [Fact]
    public void Clear_text_with_a_checksum_is_a_suggestion()
    {
        var rule = RuleCatalog.All.OfType<ClearTextHttpDownload>().Single();

        var findings = RuleVerifier.Scan(rule, [("Dockerfile", "FROM a:1\nRUN curl -O http://x.dev/a && sha256sum -c sums\n")]);

        Assert.Equal(RuleSeverity.Suggestion, Assert.Single(findings).AtMost);
    }

    [Theory]
    [InlineData("FROM a:1\nRUN curl -f[|L|] https://x.dev/a | tar x && {|#0:wget|} https://x.dev/b\n")]
    [InlineData("FROM a:1\nRUN curl --proto '=http,https' [|--location|] https://x.dev/a\n")]
    [InlineData("FROM a:1\nRUN curl https://x.dev/a; curl --proto =https -L https://x.dev; wget --https-only https://x.dev; wget --max-redirect=0 https://x.dev; curl -L https://localhost\n")]
    [InlineData("FROM a:1\nRUN curl -LO https://x.dev/a && sha256sum -c s\n")]
    public void Reads_redirects(string text) => RuleVerifier.Verify<RedirectDowngradeAllowed>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nADD [|https://www.openssl.org/source/openssl-1.0.2u.tar.gz|] /s\nRUN wget [|https://x.dev/xz-5.6.1.tar.gz|] [|https://x.dev/apache-log4j-2.14.1-bin.zip|]\n")]
    [InlineData("FROM a:1\nENV V=3.0.6\nRUN curl -O [|https://x.dev/openssl-${V}.tar.gz|]\n")]
    [InlineData("FROM a:1\nRUN curl -O https://x.dev/openssl-3.0.7.tar.gz https://x.dev/openssl-3.0.16.tar.gz https://x.dev/openssl-1.1.1w.tar.gz https://x.dev/log4j-core-2.17.1.jar https://x.dev/log4j-core-2.12.4.jar\nRUN curl -O https://x.dev/openssl-$V.tar.gz\nRUN apt-get install openssl-3.0.4\n")]
    public void Reads_releases_with_known_holes(string text) => RuleVerifier.Verify<VulnerableOpensslSource>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN [|npm ci|] --omit=dev && [|yarn|] && [|pnpm install|]\n")]
    [InlineData("FROM a:1\nRUN npm ci --ignore-scripts; npm run build; yarn --version; npm test\nENV NPM_CONFIG_IGNORE_SCRIPTS=true\nRUN npm ci\n")]
    [InlineData("FROM a:1\nRUN npm_config_ignore_scripts=true npm ci\nRUN npm ci --ignore-scripts && npm rebuild x\nRUN npm config set ignore-scripts true && npm ci\n")]
    public void Reads_install_scripts(string text) => RuleVerifier.Verify<NpmInstallScriptsAllowed>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN pip3 install [|--extra-index-url|]=https://x.dev y && pip install --index-url https://x.dev y\nENV [|PIP_EXTRA_INDEX_URL=https://x.dev|]\n")]
    [InlineData("FROM a:1\nRUN echo --extra-index-url\nENV PIP_EXTRA_INDEX_URL=\n")]
    public void Reads_extra_indexes(string text) => RuleVerifier.Verify<PipExtraIndexUrl>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\n[|ADD|] http://x.dev/a.zip http://x.dev/b.zip /x/\n")]
    [InlineData("FROM a:1\nADD --checksum=sha256:1 https://x.dev/a /a\nADD a.tgz /a\nADD https://x.dev/r.git /r\nCOPY https:// /x\n")]
    public void Reads_ADD_of_URLs(string text) => RuleVerifier.Verify<AddRemoteUrlPreferRun>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN git clone [|https://x.dev/r.git|] /r && make\nRUN git clone -b main [|git@x.dev:s.git|]\nRUN git clone {|#0:https://x.dev/r.git|}\n")]
    [InlineData("FROM a:1\nADD [|https://x.dev/r.git|] /r\nADD git@x.dev:r.git#[|main|] /s\n")]
    [InlineData("FROM a:1\nRUN [\"git\", \"clone\", [|\"https://x.dev/r.git\"|]]\n")]
    public void Reports_clones_that_move(string text) => RuleVerifier.Verify<GitCloneWithoutRef>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN git clone --branch v1 https://x.dev/r.git; git clone -b $V https://x.dev/r.git\nRUN git clone https://x.dev/r.git && cd r && git checkout 1a2b3c\n")]
    [InlineData("FROM a:1\nRUN git clone /src /dst; git clone $REPOSITORY; echo git clone https://x.dev/r.git; git clone\nADD https://x.dev/r.git#v1.2:sub /r\n")]
    public void Accepts_clones_that_stay(string text) => RuleVerifier.Verify<GitCloneWithoutRef>("Dockerfile", text);

    [Theory]
    [InlineData("[|COPY|] packaged-app.tar /usr/src/app\nWORKDIR /usr/src/app\nRUN foo bar && echo something && tar -xf {|#0:packaged-app.tar|}\n")]
    [InlineData("FROM a:1\n[|COPY|] a.tar.gz /b.tgz\nRUN tar xzf /b.tgz\n")]
    [InlineData("[|COPY|] build\\foo\\bar.tar.gz \"C:\\Program Files\\Foo\"\nRUN tar -xf \"C:\\Program Files\\Foo\\bar.tar.gz\"\n")]
    [InlineData("FROM a:1\n[|COPY|] a.tar.bz2 /\nRUN bunzip2 a.tar.bz2\n")]
    public void Reports_archives_that_are_unpacked_later(string text) => RuleVerifier.Verify<ArchiveCopiedThenExtracted>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1 AS b\nCOPY a.tar /\nFROM a:1\nRUN tar -xf /a.tar\nCOPY --from=b /c.tar /\nRUN tar -xf /c.tar\n")]
    [InlineData("FROM a:1\nCOPY a.zip /\nRUN unzip a.zip && tar -cf a.tar /x && tar -xf other.tar\nCOPY a.tar /\nCOPY package.json /\n")]
    [InlineData("FROM a:1\nCOPY <<E /a.txt\nE\nRUN tar -xf\n")]
    public void Accepts_archives_that_stay(string text) => RuleVerifier.Verify<ArchiveCopiedThenExtracted>("Dockerfile", text);
}
