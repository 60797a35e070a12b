using HardenBuild.Rules.Dockerfile.Copying;
using HardenBuild.Rules.Dockerfile.Directories;
using HardenBuild.Rules.Dockerfile.Network;

namespace HardenBuild.Core.Tests.Rules.Dockerfile;

public sealed class PathRulesTests
{
    [Theory]
    [InlineData("FROM nginx:1\nWORKDIR [|usr/share|]\nWORKDIR html\n")]
    [InlineData("WORKDIR [|\"a\"|]\n")]
    [InlineData("FROM a:1\nWORKDIR [|~/x|]\n")]
    [InlineData("FROM a:1\nONBUILD WORKDIR [|app|]\nONBUILD WORKDIR src\n")]
    [InlineData("FROM a:1 AS x\nWORKDIR /a\nFROM b:1\nWORKDIR [|b/$c|]\n")]
    public void Reports_relative_WORKDIR(string text) => RuleVerifier.Verify<WorkdirRelative>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nWORKDIR /a\nWORKDIR b\n")]
    [InlineData("FROM a:1 AS x\nWORKDIR /a\nFROM x\nWORKDIR b\nONBUILD WORKDIR c\n")]
    [InlineData("WORKDIR \"${dir}\"\n")]
    [InlineData("WORKDIR 'C:\\'\n")]
    [InlineData("WORKDIR C:/\n")]
    [InlineData("# escape=`\nFROM a:1\nWORKDIR \\app\n")]
    [InlineData("WORKDIR \\app\n")]
    [InlineData("FROM a:1\nWORKDIR $dir/a\nWORKDIR b\n")]
    public void Accepts_absolute_chained_and_unknown_WORKDIR(string text) => RuleVerifier.Verify<WorkdirRelative>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nWORKDIR [|\"/proc/self/fd/1\"|]\n")]
    [InlineData("FROM a:1\nWORKDIR /app\nWORKDIR [|../sys|]\nWORKDIR [|//dev/./x/|]\n")]
    [InlineData("FROM a:1\nENV D=/boot\nWORKDIR [|$D|]\n")]
    public void Reports_WORKDIR_in_a_folder_of_the_system(string text) => RuleVerifier.Verify<WorkdirSystemDirectory>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nWORKDIR /development\nWORKDIR /process/sys\nWORKDIR $x\n")]
    [InlineData("FROM mcr.microsoft.com/windows/nanoserver:ltsc2025\nWORKDIR /dev\n")]
    public void Accepts_folders_of_similar_name(string text) => RuleVerifier.Verify<WorkdirSystemDirectory>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nVOLUME /data\nRUN mkdir -p [|/data/x|] && chown app:app {|#0:/data|}\nCOPY a {|#1:/data/|}\n")]
    [InlineData("FROM a:1\nVOLUME [\"/var/lib/x\"]\nRUN echo hello > [|/var/lib/x/file|]\n")]
    [InlineData("FROM a:1\nWORKDIR /srv\nVOLUME data\nADD a [|data/|]\n")]
    [InlineData("FROM a:1\nVOLUME /a /b\nRUN cp -r /x [|/b/y|]\nRUN rm [|/a/z|]\n")]
    public void Reports_writing_to_a_declared_volume_once_a_volume(string text) => RuleVerifier.Verify<VolumeModifiedAfterDeclaration>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN mkdir /data\nVOLUME /data\nWORKDIR /data\n")]
    [InlineData("FROM a:1\nVOLUME /data\nRUN ls /data && cp /data/x /y && cat < /data/x && mkdir /database\n")]
    [InlineData("FROM a:1 AS x\nVOLUME /data\nFROM b:1\nCOPY a /data/\n")]
    [InlineData("FROM a:1\nVOLUME $x\nCOPY a $x/\nONBUILD COPY a /data/\n")]
    public void Accepts_reading_and_writing_elsewhere(string text) => RuleVerifier.Verify<VolumeModifiedAfterDeclaration>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1 AS x\nVOLUME [|/a|] {|#0:/b|}\nFROM x\nVOLUME [\"/c\"]\n")]
    public void Reports_volume_of_the_target(string text) => RuleVerifier.Verify<VolumeInstructionDiscouraged>("Dockerfile", text.Replace("\"/c\"", "{|#1:\"/c\"|}", StringComparison.Ordinal));

    [Theory]
    [InlineData("FROM a:1 AS x\nVOLUME /a\nFROM b:1\n")]
    [InlineData("FROM postgres:18\nVOLUME /backup\n")]
    [InlineData("FROM a:1\nVOLUME /var/lib/mysql \"$CASSANDRA_DATA\"\n")]
    public void Accepts_volume_of_other_stages_and_databases(string text) => RuleVerifier.Verify<VolumeInstructionDiscouraged>("Dockerfile", text);

    [Theory]
    [InlineData("COPY a [|\"b\"|]\n")]
    [InlineData("FROM debian:13 AS x\nWORKDIR /usr\nFROM debian:13\nCOPY a [|b|]\nADD c {|#0:.|}\n")]
    [InlineData("FROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY --chown=app [\"a\", [|\"b/\"|]]\n")]
    [InlineData("FROM debian:13 AS x\nFROM x\nCOPY a [|b|]\n")]
    public void Reports_relative_destination_without_WORKDIR(string text) => RuleVerifier.Verify<CopyRelativeWithoutWorkdir>("Dockerfile", text);

    [Theory]
    [InlineData("COPY a ${b}\n")]
    [InlineData("COPY a d:\\b\\c\n")]
    [InlineData("FROM scratch\nWORKDIR c:\\system32\nCOPY a b\n")]
    [InlineData("FROM debian:13 AS x\nWORKDIR /a\nFROM x\nCOPY a b\n")]
    [InlineData("FROM golang:1\nCOPY . .\n")]
    [InlineData("FROM company/base:1\nCOPY . .\n")]
    [InlineData("FROM node:8-onbuild\nCOPY . .\n")]
    [InlineData("FROM debian:13\nCOPY <<EOF a\nEOF\nONBUILD COPY a b\n")]
    [InlineData("ARG IMAGE\nFROM $IMAGE\nCOPY . .\n")]
    public void Accepts_absolute_and_inherited_folders(string text) => RuleVerifier.Verify<CopyRelativeWithoutWorkdir>("Dockerfile", text);

    [Theory]
    [InlineData("COPY a b [|c|]\n")]
    [InlineData("FROM a:1\nADD [\"a\", \"b\", [|\"/c\"|]]\n")]
    [InlineData("FROM a:1\nCOPY --chown=x a b [|$HOME/c|]\n")]
    [InlineData("FROM a:1\nCOPY *.json [|/app|]\n")]
    [InlineData("FROM a:1\nCOPY <<A <<B [|/c|]\nA\nB\n")]
    [InlineData("ONBUILD COPY a b [|c|]\n")]
    public void Reports_several_sources_without_slash(string text) => RuleVerifier.Verify<CopyMultipleSourcesNoSlash>("Dockerfile", text);

    [Theory]
    [InlineData("COPY a b\n")]
    [InlineData("COPY a b c/\nCOPY a b .\nCOPY a b ..\nCOPY a b \"c/\"\nCOPY a b /c/.\nCOPY a b $c\nCOPY a* ./\n")]
    [InlineData("# escape=`\nFROM a:1\nCOPY a b c:\\d\\\n")]
    [InlineData("FROM a:1\nCOPY [\"a\", \"b\", \"c:\\\\d\\\\\"]\n")]
    [InlineData("COPY --parents a/x b/y /c\n")]
    [InlineData("COPY file:8b8864b3e02a in myfile\n")]
    public void Accepts_folders(string text) => RuleVerifier.Verify<CopyMultipleSourcesNoSlash>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nCOPY --from=x [|/|] /\n")]
    [InlineData("FROM scratch\nCOPY --from=x [|//|] /./\n")]
    [InlineData("FROM a:1\nCOPY --from=x [[|\"/\"|], \"/\"]\n")]
    public void Reports_copy_of_everything(string text) => RuleVerifier.Verify<CopyEntireFilesystem>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nCOPY --from=x / /app\nCOPY --from=x /app /\nCOPY / /\nADD --from=x / /\n")]
    public void Accepts_copy_of_a_part(string text) => RuleVerifier.Verify<CopyEntireFilesystem>("Dockerfile", text);

    [Theory]
    [InlineData("EXPOSE [|80000|]\n")]
    [InlineData("EXPOSE 1 [|40000-80000/tcp|] [|90-80|] [|0|] [|\"65536\"|] [|99999999999/udp|]\n")]
    [InlineData("FROM a:1\nARG P=70000\nEXPOSE [|$P|] [|80000-$x|]\n")]
    [InlineData("ONBUILD EXPOSE [|65536|]\n")]
    public void Reports_ports_that_do_not_exist(string text) => RuleVerifier.Verify<ExposePortOutOfRange>("Dockerfile", text);

    [Theory]
    [InlineData("EXPOSE ${A} 40000-${A} 40000-60000/tcp 65535 1 80/udp http\n")]
    [InlineData("FROM a:1\nARG P=\"80 443\"\nEXPOSE $P\n")]
    public void Accepts_ports(string text) => RuleVerifier.Verify<ExposePortOutOfRange>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nEXPOSE [|80:80|] [|127.0.0.1:80:80/tcp|] 80\n")]
    public void Reports_address_or_host_port(string text) => RuleVerifier.Verify<ExposeIpOrHostPort>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nEXPOSE ${P:-80} $IP:80 80/tcp\n")]
    public void Accepts_container_ports(string text) => RuleVerifier.Verify<ExposeIpOrHostPort>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nEXPOSE 80/[|TcP|] \"81/[|UDP|]\" 82/udp 83\n")]
    public void Reports_capitals_in_protocol(string text) => RuleVerifier.Verify<ExposeProtocolCasing>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nEXPOSE 80/${PROTO} ${A}/TCP 82/udp\n")]
    public void Accepts_variables_in_protocol(string text) => RuleVerifier.Verify<ExposeProtocolCasing>("Dockerfile", text);
}
