using HardenBuild.Rules.Dockerfile.Images;
using HardenBuild.Rules.Dockerfile.Network;
using HardenBuild.Rules.Dockerfile.Variables;

namespace HardenBuild.Core.Tests.Rules.Dockerfile;

public sealed class PortAndImageSourceRulesTests
{
    [Theory]
    [InlineData("FROM a:1\nRUN [|--network=host|] x\nRUN --network=none y\nRUN --network=default z\nONBUILD RUN [|--network=host|] z\n")]
    public void Reads_the_network_of_RUN(string text) => RuleVerifier.Verify<BuildHostNetwork>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nEXPOSE 80 [|3389/tcp|] [|5899-5902|] [|23|]\n")]
    [InlineData("FROM a:1\nARG P=\"80 2375\"\nEXPOSE [|$P|]\n")]
    [InlineData("FROM a:1 AS b\nEXPOSE 23\nFROM a:2\nEXPOSE 22 5432 $UNKNOWN\n")]
    public void Reads_ports_of_administration(string text) => RuleVerifier.Verify<ExposeAdministrationPort>("Dockerfile", text);

    [Fact]
    public void Ports_of_administration_can_be_chosen() =>
        RuleVerifier.Verify<ExposeAdministrationPort>((".editorconfig", "[*]\nhardenbuild.hb1083.ports = 9000, 9001\n"), ("Dockerfile", "FROM a:1\nEXPOSE 3389 [|9001|]\n"));

    [Theory]
    [InlineData("FROM a:1\nRUN apt-get update && apt-get install -y curl [|openssh-server=1:9|] && {|#0:/usr/sbin/sshd|} -t\nCMD [{|#1:\"sshd\"|}, \"-D\"]\n")]
    [InlineData("FROM a:1\nRUN apk add --no-cache [|openssh|]\n")]
    [InlineData("FROM a:1\nENTRYPOINT service [|ssh|] start && dotnet app.dll\n")]
    [InlineData("FROM a:1\nRUN apt-get install -y openssh-client; ssh-keyscan x.dev; apk del openssh; yum install openssh; echo sshd; service cron start\n")]
    [InlineData("FROM a:1 AS b\nRUN apt-get install -y openssh-server\nFROM a:2\n")]
    public void Reads_SSH_servers(string text) => RuleVerifier.Verify<SshServerInstalled>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nEXPOSE [|80|] {|#0:443|} 8080\nENV {|#1:ASPNETCORE_URLS=http://+:80|}\nUSER app\n")]
    [InlineData("FROM a:1\nENV [|ASPNETCORE_HTTP_PORTS=80|]\nUSER app\n")]
    [InlineData("FROM mcr.microsoft.com/dotnet/aspnet:10.0\nEXPOSE [|80|]\nUSER $APP_UID\n")]
    [InlineData("FROM a:1\nEXPOSE 80\n")]
    [InlineData("FROM a:1\nEXPOSE 80\nUSER root\n")]
    [InlineData("FROM a:1\nEXPOSE 80\nUSER $UNKNOWN\n")]
    [InlineData("FROM a:1\nEXPOSE 80\nRUN setcap 'cap_net_bind_service=+ep' /x\nUSER app\n")]
    [InlineData("FROM mcr.microsoft.com/windows/nanoserver:ltsc2025\nEXPOSE 80\nUSER ContainerUser\n")]
    [InlineData("FROM a:1\nENV ASPNETCORE_URLS=http://+:8080 PORT=8000\nEXPOSE 8080 22\nUSER app\n")]
    public void Reads_low_ports_of_plain_users(string text) => RuleVerifier.Verify<ExposePrivilegedPortNonRoot>("Dockerfile", text);

    [Theory]
    [InlineData("FROM [|a:1|] AS b\nFROM b\nCOPY --from=[|x.dev/y:2|] /a /a\nRUN --mount=from={|#0:x.dev/y:2|},target=/t x\n")]
    [InlineData("ARG V=1\nFROM a:$V\nFROM a@sha256:1\nFROM scratch\nFROM a\nFROM a:latest\nFROM\n")]
    public void Reads_digests(string text) => RuleVerifier.Verify<BaseImageDigestNotPinned>("Dockerfile", text);

    [Theory]
    [InlineData("", "FROM evil.dev/x:1\n")]
    [InlineData("docker.io", "FROM a:1 AS b\nFROM docker.io/x/y:1\nFROM [|evil.dev/x:1|]\nFROM b\nFROM scratch\n")]
    [InlineData("mcr.microsoft.com/dotnet, *.azurecr.io", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nFROM [|mcr.microsoft.com/mssql/server:1|]\nFROM shop.azurecr.io/x:1\nCOPY --from=[|a/b:1|] /a /a\n")]
    [InlineData("x.dev", "ARG R\nARG S=x.dev/\nFROM ${R}/a:1\nFROM ${S}a:1\n")]
    [InlineData("docker.io/library", "FROM a:1\nFROM [|someone/a:1|]\n")]
    public void Reads_registries(string allowed, string text) =>
        RuleVerifier.Verify<BaseImageRegistryNotAllowed>((".editorconfig", $"[*]\nhardenbuild.hb1029.allowed_registries = {allowed}\n"), ("Dockerfile", text));

    [Theory]
    [InlineData("FROM a:1\nRUN --mount=type=cache,target=/x y\nRUN [|<<E|]\nx\nE\n")]
    [InlineData("FROM a:1\nCOPY --chmod=755 a /a\nCOPY [|--chmod|]=u+x a /a\n")]
    [InlineData("FROM a:1\nARG X=1\nENV Y=[|${X#a}|]\n")]
    [InlineData("# syntax=docker/dockerfile:1\nFROM a:1\nCOPY --parents a /a\n")]
    [InlineData("FROM a:1\nCOPY --chown=x --from=b a ${Z:-a}\n")]
    public void Reads_newer_syntax(string text) => RuleVerifier.Verify<PinnedSyntaxDirectiveMissing>("Dockerfile", text);

    [Theory]
    [InlineData("# syntax=[|docker/dockerfile|]\nFROM a:1\n")]
    [InlineData("# syntax = [|docker.io/docker/dockerfile:1-labs|]\nFROM a:1\n")]
    [InlineData("# syntax=[|evil.dev/docker/dockerfile:1|]\nFROM a:1\n")]
    [InlineData("# syntax=docker/dockerfile:1.7-labs\nFROM a:1\n")]
    [InlineData("# syntax=docker/dockerfile-upstream@sha256:1\nFROM a:1\n")]
    [InlineData("# syntax=docker.io/docker/dockerfile:1.4\nFROM a:1\n")]
    [InlineData("FROM a:1\n# syntax=evil.dev/x\n")]
    public void Reads_the_syntax_directive(string text) => RuleVerifier.Verify<SyntaxDirectiveUntrusted>("Dockerfile", text);

    [Fact]
    public void Further_frontends_can_be_allowed() =>
        RuleVerifier.Verify<SyntaxDirectiveUntrusted>((".editorconfig", "[*]\nhardenbuild.hb1150.allowed_frontends = x.dev/f\n"), ("Dockerfile", "# syntax=x.dev/f:1\nFROM a:1\n"));

    [Theory]
    [InlineData("FROM a:1 AS base\nENV [|NODE_ENV=development|]\nFROM base\nENV [|DJANGO_DEBUG=True|] [|XDEBUG_MODE=debug|]\n")]
    [InlineData("FROM a:1\nARG E=dev\nENV [|APP_ENV=$E|]\nENV [|ASPNETCORE_DETAILEDERRORS=true|]\n")]
    [InlineData("FROM a:1 AS dev\nENV NODE_ENV=development\nFROM a:1\nARG E=production\nENV NODE_ENV=$E DEBUG=0 XDEBUG_MODE=off NO_DEBUG=1 ENVOY=dev\n")]
    [InlineData("FROM a:1\nENV NODE_ENV=development\nENV NODE_ENV=production\nRUN NODE_ENV=development npm ci\nARG DEBUG=1\nENV X_ENV=$UNKNOWN\n")]
    [InlineData("FROM a:1 AS test\nENV NODE_ENV=development\n")]
    public void Reads_development_mode(string text) => RuleVerifier.Verify<DebugOrDevelopmentEnv>("Dockerfile", text);

    [Fact]
    public void Files_for_developers_may_start_in_development_mode() => RuleVerifier.Verify<DebugOrDevelopmentEnv>("Dockerfile.dev", "FROM a:1\nENV DEBUG=1\n");
}
