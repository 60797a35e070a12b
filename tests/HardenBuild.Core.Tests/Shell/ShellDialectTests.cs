using HardenBuild.Syntax.Shell;

namespace HardenBuild.Core.Tests.Shell;

public sealed class ShellDialectTests
{
    [Theory]
    [InlineData("/bin/sh -c", "Posix")]
    [InlineData("/bin/bash -o pipefail -c", "Bash")]
    [InlineData("/usr/bin/env -S bash -e", "Bash")]
    [InlineData("busybox ash", "Posix")]
    [InlineData("powershell -Command", "PowerShell")]
    [InlineData("pwsh", "PowerShell")]
    [InlineData("C:\\Windows\\System32\\CMD.EXE /S /C", "Cmd")]
    [InlineData("/usr/bin/python3", "Unknown")]
    [InlineData("", "Unknown")]
    public void Recognises_the_dialect(string words, string dialect) =>
        Assert.Equal(dialect, ShellDialects.Recognise(words.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToString());

    [Fact]
    public void Reads_the_shebang()
    {
        Assert.Equal(ShellDialect.Bash, ShellDialects.RecogniseShebang("#!/usr/bin/env bash\r\necho"));
        Assert.Null(ShellDialects.RecogniseShebang("echo #!/bin/sh"));
    }
}
