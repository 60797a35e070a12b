using HardenBuild.Core.Tests.Text;
using HardenBuild.Syntax.Shell;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Shell;

public sealed class InvocationTests
{
    [Theory]
    [InlineData("curl -k x", "-k | x")]
    [InlineData("curl -fsSLk x", "-f -s -S -L -k | x")]
    [InlineData("curl -o k x", "-o=k | x")]
    [InlineData("curl -Hk x", "-H=k | x")]
    [InlineData("curl -fsSLo out x", "-f -s -S -L -o=out | x")]
    [InlineData("curl --output k --insecure x", "--output=k --insecure | x")]
    [InlineData("curl -- -k", " | -k")]
    [InlineData("curl x -k", "-k | x")]
    [InlineData("curl -H \"$h\" x -u $u:p", "-H=? -u=? | x")]
    [InlineData("curl -k$x", "-k | ")]
    [InlineData("wget -nv -O- x", "-nv -O=- | x")]
    [InlineData("wget -q -O - x", "-q -O=- | x")]
    [InlineData("wget --no-check-certificate x", "--no-check-certificate | x")]
    [InlineData("apt-get -y -o Dpkg::Use=0 install -t sid a b", "-y -o=Dpkg::Use=0 -t=sid install| a b")]
    [InlineData("apt-get install -y=false -qq a", "-y=false -q -q install| a")]
    [InlineData("apk add --no-cache -t .deps a", "--no-cache -t=.deps add| a")]
    [InlineData("yum -y --enablerepo epel install a", "-y --enablerepo=epel install| a")]
    [InlineData("microdnf install --setopt=x=0 a", "--setopt=x=0 install| a")]
    [InlineData("zypper -R / in -D a", "-R=/ -D in| a")]
    [InlineData("pip3.12 install -r req.txt --trusted-host h a", "-r=req.txt --trusted-host=h install| a")]
    [InlineData("npm install --strict-ssl false -g a", "--strict-ssl=false -g install| a")]
    [InlineData("tar xzf a.tgz -C /opt", "-x -z -f=a.tgz -C=/opt | ")]
    [InlineData("tar -xzf a.tgz b", "-x -z -f=a.tgz | b")]
    [InlineData("docker -H tcp://h run -p 1:2 --privileged img -v", "-H=tcp://h -p=1:2 --privileged run| img -v")]
    [InlineData("docker container run -it -v a:b img", "-i -t -v=a:b container run| img")]
    [InlineData("docker rm -f a", "-f rm| a")]
    [InlineData("dockerd -D -H tcp://0.0.0.0", "-D -H=tcp://0.0.0.0 | ")]
    [InlineData("ssh -p 22 -o StrictHostKeyChecking=no h -4 ls -l", "-p=22 -o=StrictHostKeyChecking=no -4 | h ls -l")]
    [InlineData("dotnet publish -c Release -p:A=B /p:C=D -o /app x.csproj", "-c=Release -p=A=B -p=C=D -o=/app publish| x.csproj")]
    [InlineData("dotnet run -p a.csproj", "-p=a.csproj run| ")]
    [InlineData("git -c http.sslVerify=false clone -b main u", "-c=http.sslVerify=false -b=main clone| u")]
    [InlineData("gpg --batch --keyserver h --recv-keys A", "--batch --keyserver=h --recv-keys | A")]
    [InlineData("unknown -ab --c d --e=f", "-a -b --c --e=f | d")]
    [InlineData("sh -c 'a -k' x", "-c | a -k x")]
    [InlineData("useradd -u 1000 -m app", "-u=1000 -m | app")]
    public void Reads_options(string script, string expected)
    {
        var invocation = First(script);
        var options = string.Join(" ", invocation.Options.Select(option => option.Name + (option.HasValue ? $"={option.Value ?? "?"}" : "")));

        Assert.Equal(expected, $"{options} {invocation.Subcommand}| {string.Join(" ", invocation.Operands)}");
    }

    [Theory]
    [InlineData("sudo -u root -E apt-get update", "apt-get", "sudo")]
    [InlineData("FOO=1 env -i A=b C=\"$d\" /usr/bin/curl x", "curl", "env")]
    [InlineData("exec tini -s -- dotnet x.dll", "dotnet", "exec tini")]
    [InlineData("timeout -k 5 10 nice -n 3 curl x", "curl", "timeout nice")]
    [InlineData("gosu app:app id", "id", "gosu")]
    [InlineData("cat x | xargs -0 -n 1 rm -rf", "rm", "xargs")]
    [InlineData("chroot --userspec a /mnt sh", "sh", "chroot")]
    [InlineData("busybox wget x", "wget", "busybox")]
    [InlineData("setpriv --reuid 1 --no-new-privs nohup a", "a", "setpriv nohup")]
    [InlineData("command -v curl", "command", "")]
    [InlineData("sudo -i", "sudo", "")]
    [InlineData("python3 -m pip install x", "pip", "python3")]
    [InlineData("time -p make", "make", "time")]
    [InlineData("$SUDO curl", null, "")]
    public void Removes_wrappers(string script, string? name, string wrappers)
    {
        var invocation = ShellScript.Parse(script).EnumerateInvocations().Last();

        Assert.Equal(name, invocation.Name);
        Assert.Equal(wrappers, string.Join(" ", invocation.Wrappers.Select(wrapper => wrapper.Name)));
    }

    [Fact]
    public void Collects_the_environment_of_the_program() => Assert.Equal(
        [("A", "1"), ("B", null), ("C", "3")],
        First("A=1 B=$x sudo env C=3 git clone y").Environment.Select(variable => (variable.Name, variable.Value)));

    [Theory]
    [InlineData("curl [|-fsSLk|] x", "curl -fsSL[|k|] x")]
    [InlineData("a && curl '[|-k|]'", null)]
    [InlineData("curl \"[|-k|]\"", null)]
    public void Points_at_the_option(string marked, string? letter)
    {
        var text = MarkedText.Parse("f", marked);
        var option = ShellScript.Parse(text.Text).EnumerateInvocations().Last().FindOption("-k", "--insecure")!;

        Assert.Equal("-k", option.Name);
        Assert.True(option.Span.Contains(text.Spans[0]));
        if (letter is not null)
            Assert.Equal(MarkedText.Parse("f", letter).Spans[0], option.NameSpan);
    }

    [Theory]
    [InlineData("curl --user [|a:b|]", "--user")]
    [InlineData("curl --user=[|'a b'|]", "--user")]
    [InlineData("curl -u[|a:b|]", "-u")]
    [InlineData("curl -u [|\"$x\"|]", "-u")]
    public void Points_at_the_value(string marked, string name)
    {
        var text = MarkedText.Parse("f", marked);

        Assert.Equal(text.Spans[0], First(text.Text).FindOption(name)!.ValueSpan);
    }

    [Fact]
    public void Exec_form_and_shell_form_agree()
    {
        var exec = Invocation.FromWords([("sudo", new TextSpan(0, 6)), ("curl", new TextSpan(8, 6)), ("-fk", new TextSpan(16, 5))])!;

        Assert.Equal("curl", exec.Name);
        Assert.Equal(new TextSpan(0, 6), exec.Wrappers[0].Span);
        Assert.Equal(new TextSpan(19, 1), exec.FindOption("-k")!.NameSpan);
        Assert.Null(Invocation.FromWords([]));
    }

    [Theory]
    [InlineData("sh -c 'curl [|-k|] x'")]
    [InlineData("bash -euxo pipefail -c \"a && curl [|-k|] $x\"")]
    [InlineData("sh -c \"echo \\\"a\\\" && curl [|-k|] x\"")]
    [InlineData("sudo eval curl [|-k|] x")]
    [InlineData("su - app -c 'sh -c \"curl [|-k|] x\"'")]
    [InlineData("bash <<'E'\ncurl [|-k|] x\nE\n")]
    [InlineData("echo \"$(sh -c 'curl [|-k|] x')\"")]
    public void Reads_scripts_in_arguments(string marked)
    {
        var text = MarkedText.Parse("f", marked);
        var curl = ShellScript.Parse(text.Text).EnumerateAllInvocations().Single(invocation => invocation.Is("curl") && invocation.HasShortFlag('k'));

        Assert.Equal(text.Spans[0], curl.FindOption("-k")!.Span);
    }

    [Fact]
    public void Nested_script_of_exec_form_has_spans_of_the_file()
    {
        const string file = "CMD [\"sh\", \"-c\", \"curl -k x\"]";
        (string, TextSpan)[] words = [("sh", new(5, 4)), ("-c", new(11, 4)), ("curl -k x", new(17, 11))];

        var curl = Invocation.FromWords(words)!.NestedScripts().SelectMany(script => script.EnumerateInvocations()).Single();

        Assert.Equal(file.IndexOf("-k", StringComparison.Ordinal), curl.FindOption("-k")!.Span.Start);
    }

    private static Invocation First(string script) => ShellScript.Parse(script).EnumerateInvocations().First();
}
