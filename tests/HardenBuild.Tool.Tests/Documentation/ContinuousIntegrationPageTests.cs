using HardenBuild.Documentation.Tests;
using HardenBuild.Tool.Setup;

namespace HardenBuild.Tool.Tests.Documentation;

/// <summary>docs/ci.md shows what <c>hardenbuild init</c> writes, and its commands run.</summary>
public sealed class ContinuousIntegrationPageTests
{
    private const string Page = "ci.md";

    /// <summary>The release that the pages name.</summary>
    private const string Version = "0.1.0";

    [Fact]
    public void Shows_what_init_writes() => Assert.Equal(
        [SetupTexts.GitHubWorkflow(Version), SetupTexts.AzureSteps(Version), SetupTexts.GitLabJob(Version)],
        FencedBlock.In(Page).Where(block => block.Language == "yaml").Select(block => block.Text));

    [Fact]
    public void Every_scan_writes_its_log_and_fails_on_findings()
    {
        var commands = FencedBlock.In(Page).SelectMany(block => block.Text.Split('\n')).Select(Arguments).OfType<string[]>().ToList();
        Assert.Equal(4, commands.Count);
        foreach (var command in commands)
        {
            using var tool = new ToolRun();
            tool.Write("Dockerfile", "FROM alpine:latest\nUSER 1000\n");
            Assert.Equal(1, tool.Run(command));
            Assert.Contains("HB1027", tool.Output, StringComparison.Ordinal);
            Assert.Contains("HB1027", tool.Read("hardenbuild.sarif"), StringComparison.Ordinal);
        }
    }

    private static string[]? Arguments(string line)
    {
        const string Command = "hardenbuild scan ";
        var start = line.IndexOf(Command, StringComparison.Ordinal);
        // A variable of the service is a folder; here the current one.
        return start < 0 ? null : ["scan", .. line[(start + Command.Length)..].Replace("$(Build.ArtifactStagingDirectory)/", "", StringComparison.Ordinal).Split(' ')];
    }
}
