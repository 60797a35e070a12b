using HardenBuild.Syntax.Shell;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Core.Tests.Shell;

public sealed class ShellHostileTests
{
    public static TheoryData<string> Units =>
        ["(", "`", "$(", "$((", "((", "\"$(", "${x:-", "{ ", "if ", "f() ", "function f ", "a'", "a\"", "<<E ", "<<E\n", "a ", "a", "\\", "\\`", "case x in a) ", "$((a) ",
            "!", "! ", "time ", "x=(", "&& ", "[[ ", "sudo ", "?(", "a[", ")", ";;", "sh -c \"", "eval ", "<(", "for x in ", "'\"", "\n", "# \n", "-k", "tar x "];

    [Theory]
    [MemberData(nameof(Units))]
    public void Work_grows_no_faster_than_the_text(string unit)
    {
        var small = Allocated(unit, 20_000);
        var large = Allocated(unit, 80_000);

        // Allocation counts nodes, levels and copies and does not depend on the machine's speed; a quadratic step would make this 16.
        Assert.True(large <= (5.5 * small) + 200_000, $"{small} bytes became {large}");
    }

    [Fact]
    public void Reports_nesting_beyond_the_limit_once()
    {
        var script = ShellScript.Parse("a; " + new string('(', 100_000));

        Assert.Equal("a", script.EnumerateCommands().First().Words[0].Text);
        Assert.Equal("shell commands are nested more than 200 levels deep", Assert.Single(script.Errors).Message);
    }

    [Theory]
    [InlineData("\"$(")]
    [InlineData("((")]
    [InlineData("case x in a) ")]
    [InlineData("\"${x:-")]
    [InlineData("if while ")]
    public void Deep_nesting_fits_a_small_stack(string unit)
    {
        ShellScript? script = null;
        var thread = new Thread(() => script = ShellScript.Parse(string.Concat(Enumerable.Repeat(unit, 10_000))), maxStackSize: 512 * 1024);
        thread.Start();
        thread.Join();

        Assert.NotEmpty(script!.Errors);
    }

    [Fact]
    public void Reads_a_word_of_a_megabyte()
    {
        var word = new string('x', 1 << 20);

        Assert.Equal(word, ShellScript.Parse("echo " + word).EnumerateCommands().Single().Words[1].LiteralValue);
    }

    [Fact]
    public void Reports_at_most_a_hundred_errors() => Assert.Equal(100, ShellScript.Parse(string.Concat(Enumerable.Repeat("; ", 5_000))).Errors.Length);

    private static long Allocated(string unit, int count)
    {
        var text = string.Concat(Enumerable.Repeat(unit, count));
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var invocation in ShellScript.Parse(text).EnumerateAllInvocations())
            _ = invocation.Options;
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
