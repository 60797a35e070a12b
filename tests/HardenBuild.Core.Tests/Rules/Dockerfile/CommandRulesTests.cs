using HardenBuild.Rules.Dockerfile.Copying;
using HardenBuild.Rules.Dockerfile.Network;
using HardenBuild.Rules.Dockerfile.Shell;

namespace HardenBuild.Core.Tests.Rules.Dockerfile;

public sealed class CommandRulesTests
{
    [Theory]
    [InlineData("FROM a:1\nRUN curl -fsSL https://x.dev/i.sh | [|sh|]\n")]
    [InlineData("FROM a:1\nRUN wget -qO- https://x.dev/i.sh | tee i.sh | sudo -E [|bash|] -s -- --yes\n")]
    [InlineData("FROM a:1\nRUN [|bash|] <(curl -s https://x.dev/i.sh)\n")]
    [InlineData("FROM a:1\nRUN [|sh|] -c \"$(curl -fsSL https://x.dev/i.sh)\"\n")]
    [InlineData("FROM a:1\nRUN [|eval|] \"$(curl -fsSL https://x.dev/i.sh)\"\n")]
    [InlineData("FROM a:1\nRUN [\"sh\", \"-c\", \"curl https://x.dev/i.sh | [|bash|]\"]\n")]
    [InlineData("FROM a:1\nRUN <<EOF\ncurl https://x.dev/i.py | \\\n  [|python3|] -\nEOF\n")]
    [InlineData("ONBUILD RUN curl $URL | [|bash|]\n")]
    public void Reports_a_download_that_is_run(string text) => RuleVerifier.Verify<PipeRemoteScriptToShell>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN curl -o i.sh https://x.dev/i.sh && echo \"$SUM i.sh\" | sha256sum -c && sh i.sh\n")]
    [InlineData("FROM a:1\nRUN curl https://x.dev/key.gpg | gpg --dearmor\n")]
    [InlineData("FROM a:1\nRUN curl https://x.dev/a.json | python3 -c 'import json'\n")]
    [InlineData("FROM a:1\nRUN curl https://x.dev/a.json | node parse.js\n")]
    [InlineData("FROM a:1\nRUN sh -c \"echo $(curl https://x.dev/version)\"\n")]
    [InlineData("FROM a:1\nRUN cat i.sh | sh\n")]
    [InlineData("FROM a:1\nRUN wget https://x.dev/i.sh | sh\n")]
    [InlineData("FROM a:1\nRUN curl https://x.dev | (\n")]
    public void Accepts_downloads_that_are_data(string text) => RuleVerifier.Verify<PipeRemoteScriptToShell>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN curl -L[|k|]v https://example.com\n")]
    [InlineData("FROM a:1\nRUN curl \\\n    [|--insecure|] \\\n    https://example.com\n")]
    [InlineData("FROM a:1\nRUN echo -n -Lv https://example.com && curl [|-k|] https://example.com\n")]
    [InlineData("FROM a:1\nRUN curl [|-k|] https://localhost.example.com\n")]
    public void Reports_unchecked_certificates(string text) => RuleVerifier.Verify<CurlInsecure>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN curl -lol https://example.com; curl -Hk https://example.com; curl -o k https://example.com\n")]
    [InlineData("FROM a:1\nRUN curl https://example.com | grep -k x\n")]
    [InlineData("FROM a:1\nHEALTHCHECK CMD curl -fk https://localhost:8443/healthz\n")]
    [InlineData("FROM a:1\nRUN curl --fake -$K https://example.com 'open\n")]
    public void Accepts_other_options_and_the_container_itself(string text) => RuleVerifier.Verify<CurlInsecure>("Dockerfile", text);

    [Theory]
    [InlineData("[|ADD|] file /usr/src/app/\n")]
    [InlineData("FROM a:1\n[|ADD|] --chown=app . /app\n")]
    [InlineData("FROM a:1\nARG F=app.jar\n[|add|] $F /app/\n")]
    [InlineData("FROM a:1\nADD a.tgz /a\nONBUILD [|ADD|] [\"a b\", \"/b\"]\n")]
    public void Reports_ADD_that_only_copies(string text) => RuleVerifier.Verify<AddInsteadOfCopy>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nADD \"/target/resources.tar.gz\" \"resources\"\nADD f.bz2 /\nADD rootfs.tar.xz /\n")]
    [InlineData("FROM a:1\nADD https://x.dev/a /a\nADD git@github.com:u/r.git /r\nADD r.git#main /r\n")]
    [InlineData("FROM a:1\nADD --checksum=sha256:1 a /a\n")]
    [InlineData("FROM a:1\nADD $UNKNOWN /a\n")]
    [InlineData("FROM a:1\nADD <<EOF /a\nx\nEOF\n")]
    [InlineData("FROM a:1\nADD file:5d4a1c in /\n")]
    [InlineData("FROM a:1\nADD\n")]
    public void Accepts_ADD_that_unpacks_or_downloads(string text) => RuleVerifier.Verify<AddInsteadOfCopy>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nEXPOSE 8080 [|22|]\n")]
    [InlineData("FROM a:1\nEXPOSE [|22/udp|] [|20-25/tcp|]\n")]
    [InlineData("FROM a:1\nARG PORTS=\"80 22\"\nEXPOSE [|$PORTS|]\n")]
    [InlineData("EXPOSE [|22|]\n")]
    public void Reports_the_port_of_SSH(string text) => RuleVerifier.Verify<ExposeSshPort>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nEXPOSE 2222 220 8022 23-30 $UNKNOWN x-22- /22\n")]
    [InlineData("FROM a:1\nEXPOSE\n")]
    public void Accepts_other_ports(string text) => RuleVerifier.Verify<ExposeSshPort>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nVOLUME [[|\"/var/run/docker.sock\"|]]\n")]
    [InlineData("FROM a:1\nENV DOCKER_HOST=[|unix:///run/docker.sock|]\n")]
    [InlineData("FROM a:1\nRUN --mount=type=bind,source=x,target=[|/var/run/docker.sock|] true\n")]
    [InlineData("FROM a:1\nARG S=/var/run/docker.sock\nVOLUME [|$S|]\n")]
    [InlineData("# escape=`\nFROM a:1\nVOLUME [|\\\\.\\pipe\\docker_engine|]\n")]
    [InlineData("COPY x [|/var/run/docker.sock|]\n")]
    public void Reports_the_socket_of_Docker(string text) => RuleVerifier.Verify<DockerfileDockerSocket>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nVOLUME /var/run /data/docker.sock.d\nENV DOCS=/var/run/docker.sock\n")]
    [InlineData("FROM a:1\nENV DOCKER_HOST=tcp://docker:2376\nRUN echo /var/run/docker.sock\n")]
    public void Accepts_other_paths(string text) => RuleVerifier.Verify<DockerfileDockerSocket>("Dockerfile", text);
}
