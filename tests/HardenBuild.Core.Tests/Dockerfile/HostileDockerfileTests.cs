using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Dockerfile;

/// <summary>Input that no person wrote. A quadratic reader does not finish these in the time a test run has.</summary>
public sealed class HostileDockerfileTests
{
    [Fact]
    public void Binary_file_is_errors_only()
    {
        var random = new Random(1);
        var text = string.Concat(Enumerable.Range(0, 100_000).Select(_ => (char)random.Next(0, 65_536)));

        Assert.NotEmpty(Parse(text).Errors);
    }

    [Fact]
    public void One_line_of_a_megabyte_is_one_instruction()
    {
        var syntax = Parse("FROM a:1\nRUN " + new string('x', 1_000_000));

        Assert.Equal(1_000_000, ((RunInstruction)syntax.Instructions[1]).Command.Script!.Length);
    }

    [Fact]
    public void A_hundred_thousand_instructions_are_read_and_modelled()
    {
        var text = "FROM a:1\n" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"ENV A{i}=$A{i - 1}b\n"));

        Assert.Equal(100_000, DockerfileModel.Create(Parse(text)).Instructions.Count());
    }

    [Fact]
    public void A_hundred_thousand_stages_are_read_and_modelled()
    {
        var text = "FROM a:1 AS x\n" + string.Concat(Enumerable.Repeat("FROM x AS x\n", 100_000)) + string.Concat(Enumerable.Repeat("FROM base_$V AS y\n", 1000));
        var model = DockerfileModel.Create(Parse(text));

        Assert.Equal(101_001, model.Stages.Length);
        Assert.False(model.ReachesTarget(model.Stages[0]));
    }

    [Fact]
    public void Fifty_thousand_open_heredocs_are_one_error()
    {
        var text = string.Concat(Enumerable.Range(0, 50_000).Select(i => $"RUN <<E{i}\n"));

        Assert.Single(Parse(text).Errors);
    }

    [Fact]
    public void A_hundred_thousand_continuations_are_one_instruction()
    {
        var syntax = Parse("FROM a:1\nRUN x" + string.Concat(Enumerable.Repeat(" \\\n# c\n\n y", 100_000)));

        Assert.Equal(2, syntax.Instructions.Length);
        Assert.Equal(100_000, syntax.Comments.Length);
    }

    [Fact]
    public void Deep_json_is_not_json()
    {
        var syntax = Parse("FROM a:1\nCMD " + new string('[', 100_000) + new string(']', 100_000));

        Assert.False(((CmdInstruction)syntax.Instructions[1]).Command.IsExecForm);
    }

    [Fact]
    public void Many_flags_and_mounts_are_read()
    {
        var flags = string.Concat(Enumerable.Repeat("--mount=type=cache,target=/a ", 50_000)) + string.Concat(Enumerable.Repeat("--b ", 50_000));

        Assert.Equal(100_000, Parse($"FROM a:1\nRUN {flags} true").Instructions[1].Flags.Length);
    }

    private static DockerfileSyntax Parse(string text) => DockerfileSyntax.Parse(SourceText.From("Dockerfile", text));
}
