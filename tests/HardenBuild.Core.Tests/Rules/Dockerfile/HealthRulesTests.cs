using HardenBuild.Rules.Dockerfile.Form;
using HardenBuild.Rules.Dockerfile.Health;

namespace HardenBuild.Core.Tests.Rules.Dockerfile;

public sealed class HealthRulesTests
{
    [Theory]
    [InlineData("FROM a:1\n[|HEALTHCHECK|] CMD a\n{|#0:HEALTHCHECK|} CMD b\n")]
    [InlineData("FROM a:1\n[|HEALTHCHECK|] NONE\n{|#0:healthcheck|} CMD b\n{|#1:HEALTHCHECK|} CMD c\n")]
    [InlineData("[|HEALTHCHECK|] CMD a\n{|#0:HEALTHCHECK|} CMD b\n")]
    [InlineData("FROM a:1\nONBUILD [|HEALTHCHECK|] CMD a\nONBUILD {|#0:HEALTHCHECK|} CMD b\n")]
    public void Reports_a_health_check_that_is_replaced(string text) => RuleVerifier.Verify<MultipleHealthcheck>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nHEALTHCHECK CMD a\nFROM a:1\nHEALTHCHECK CMD b\n")]
    [InlineData("FROM a:1 AS b\nHEALTHCHECK CMD a\nFROM b\nHEALTHCHECK CMD b\n")]
    [InlineData("FROM a:1\nHEALTHCHECK CMD a\nONBUILD HEALTHCHECK CMD b\n")]
    public void Accepts_one_health_check_a_stage(string text) => RuleVerifier.Verify<MultipleHealthcheck>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nSTOPSIGNAL [|SIGFOO|]\n")]
    [InlineData("FROM a:1\nSTOPSIGNAL [|0|]\nSTOPSIGNAL [|65|]\nSTOPSIGNAL [|9|]\nSTOPSIGNAL [|SIGKILL|]\nSTOPSIGNAL [|SIGRTMIN+16|]\n")]
    [InlineData("FROM a:1\nARG S=TERMINATE\nSTOPSIGNAL [|$S|]\n")]
    public void Reports_a_signal_that_stops_nothing(string text) => RuleVerifier.Verify<StopsignalInvalid>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nSTOPSIGNAL SIGTERM\nSTOPSIGNAL quit\nSTOPSIGNAL 15\nSTOPSIGNAL SIGRTMIN+3\nSTOPSIGNAL SIGRTMAX\nSTOPSIGNAL $UNKNOWN\nSTOPSIGNAL SIGWINCH\n")]
    [InlineData("FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nSTOPSIGNAL CTRL_C\n")]
    public void Accepts_signals(string text) => RuleVerifier.Verify<StopsignalInvalid>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1 AS b\nHEALTHCHECK CMD a\nFROM [|c:1|]\n")]
    [InlineData("[|CMD|] a\n")]
    [InlineData("FROM [|scratch|]\nCMD [\"/a\"]\nONBUILD HEALTHCHECK CMD a\n")]
    public void Reports_an_image_without_health_check(string text) => RuleVerifier.Verify<HealthcheckMissing>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1 AS b\nHEALTHCHECK CMD a\nFROM b AS c\nFROM c\n")]
    [InlineData("FROM a:1\nHEALTHCHECK NONE\n")]
    [InlineData("FROM a:1\nHEALTHCHECK broken\n")]
    [InlineData("FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled\nCMD [\"dotnet\", \"a.dll\"]\n")]
    public void Accepts_an_image_with_one_or_without_a_shell(string text) => RuleVerifier.Verify<HealthcheckMissing>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1 AS b\nHEALTHCHECK [|NONE|]\nFROM b\n")]
    [InlineData("FROM a:1\nHEALTHCHECK CMD a\nHEALTHCHECK [|none|]\n")]
    public void Reports_a_health_check_that_is_off(string text) => RuleVerifier.Verify<HealthcheckDisabled>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nHEALTHCHECK NONE\nHEALTHCHECK CMD a\n")]
    [InlineData("FROM a:1 AS b\nHEALTHCHECK NONE\nFROM a:1\n")]
    public void Accepts_a_health_check_that_is_on(string text) => RuleVerifier.Verify<HealthcheckDisabled>("Dockerfile", text);

    [Theory]
    [InlineData("FROM mcr.microsoft.com/dotnet/aspnet:8.0\nHEALTHCHECK CMD [|curl|] -f http://localhost || exit 1\n")]
    [InlineData("FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS b\nFROM b\nHEALTHCHECK CMD [[|\"wget\"|], \"-q\", \"http://localhost\"]\n")]
    [InlineData("FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine\nHEALTHCHECK CMD wget -q x && [|bash|] x\n")]
    [InlineData("FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled\nHEALTHCHECK CMD [|dotnet health.dll || exit 1|]\n")]
    [InlineData("FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled\nHEALTHCHECK CMD [[|\"curl\"|], \"x\"]\n")]
    [InlineData("FROM alpine:3.22\nRUN apk add --no-cache jq\nHEALTHCHECK CMD [|curl|] x\n")]
    [InlineData("FROM python:3.13-slim\nRUN pip install flask\nHEALTHCHECK CMD [|curl|] x\n")]
    [InlineData("FROM debian:13 AS build\nRUN apt-get install curl\nFROM debian:13\nCOPY --from=build /app /app\nHEALTHCHECK CMD timeout 5 [|curl|] x\n")]
    public void Reports_a_check_that_cannot_run(string text) => RuleVerifier.Verify<HealthcheckToolNotInImage>("Dockerfile", text);

    [Theory]
    [InlineData("FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN apt-get update && apt-get install -y --no-install-recommends curl\nHEALTHCHECK CMD curl -f x\n")]
    [InlineData("FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS b\nRUN <<EOF\nset -e\napt-get install -y \\\n  curl=8.* jq\nEOF\nFROM b\nHEALTHCHECK CMD curl -f x\n")]
    [InlineData("FROM mcr.microsoft.com/dotnet/aspnet:10.0\nARG P\nRUN apt-get install -y $P\nHEALTHCHECK CMD curl -f x\n")]
    [InlineData("FROM alpine:3.22\nCOPY --from=x /usr/bin/curl /usr/bin/\nHEALTHCHECK CMD curl x\n")]
    [InlineData("FROM alpine:3.22\nCOPY --from=x /usr/local/bin/ /usr/local/bin/\nHEALTHCHECK CMD curl x\n")]
    [InlineData("FROM alpine:3.22\nRUN ./setup.sh\nHEALTHCHECK CMD curl x\n")]
    [InlineData("FROM alpine:3.22\nHEALTHCHECK CMD wget -q x\n")]
    [InlineData("FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled\nHEALTHCHECK CMD [\"dotnet\", \"health.dll\"]\n")]
    [InlineData("FROM mcr.microsoft.com/dotnet/sdk:10.0\nHEALTHCHECK CMD curl x\n")]
    [InlineData("FROM mcr.microsoft.com/dotnet/aspnet:10.0-nanoserver-ltsc2025\nHEALTHCHECK CMD curl.exe x\n")]
    [InlineData("FROM example.com/a:1\nHEALTHCHECK CMD curl x\n")]
    [InlineData("HEALTHCHECK CMD curl x\n")]
    [InlineData("FROM debian:$V\nHEALTHCHECK CMD curl x\n")]
    public void Accepts_a_check_that_may_run(string text) => RuleVerifier.Verify<HealthcheckToolNotInImage>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nHEALTHCHECK --interval=[|30|] --timeout=[|5sec|] --start-period=[|1us|] --retries=[|0|] CMD a\n")]
    [InlineData("FROM a:1\nHEALTHCHECK --interval=5s --timeout=[|1m|] CMD a\n")]
    [InlineData("FROM a:1\nHEALTHCHECK --interval=[|-5s|] --retries=[|x|] CMD a\n")]
    public void Reports_times_that_are_none(string text) => RuleVerifier.Verify<HealthcheckIntervalInvalid>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nHEALTHCHECK --interval=1m30s --timeout=1.5s --start-period=0 --start-interval=500ms --retries=3 CMD a\n")]
    [InlineData("FROM a:1\nHEALTHCHECK --interval=$I --retries=${R} CMD a\nHEALTHCHECK NONE\n")]
    public void Accepts_times(string text) => RuleVerifier.Verify<HealthcheckIntervalInvalid>("Dockerfile", text);

    [Theory]
    [InlineData("HEALTHCHECK CMD [|foobar|]\n")]
    [InlineData("FROM a:1\nHEALTHCHECK --interval=1s CMD [|curl x || exit 1|]\n")]
    public void Reports_a_check_through_a_shell(string text) => RuleVerifier.Verify<ShellFormHealthcheck>("Dockerfile", text);

    [Theory]
    [InlineData("HEALTHCHECK CMD [ \"foobar\" ]\n")]
    [InlineData("FROM a:1\nSHELL [\"bash\", \"-c\"]\nHEALTHCHECK CMD a\nHEALTHCHECK NONE\n")]
    public void Accepts_a_check_without_one(string text) => RuleVerifier.Verify<ShellFormHealthcheck>("Dockerfile", text);
}
