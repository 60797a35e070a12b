using HardenBuild.Documentation.Tests;

namespace HardenBuild.Tool.Tests.Documentation;

/// <summary>Every example of docs/editorconfig.md does what the page says.</summary>
public sealed class EditorConfigPageTests
{
    private const string Page = "editorconfig.md";
    private const string Compose = "services:\n  agent:\n    image: ghcr.io/acme/agent:1.4\n    privileged: true\n";

    public static TheoryData<int> Examples => [.. Enumerable.Range(0, FencedBlock.In(Page).Count)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Has_the_severities_that_it_claims(int index)
    {
        var block = FencedBlock.In(Page)[index];
        using var tool = new ToolRun();
        tool.Write(".git/HEAD", "ref: refs/heads/main\n");
        tool.Write("Dockerfile", "FROM alpine:latest\nUSER 1000\n");
        tool.Write("compose.yaml", Compose);
        tool.Write("deploy/compose.yaml", Compose);
        tool.Write(block.FileName, block.Text);
        tool.Run("scan", ".", "--format", "msbuild");

        var claims = block.Comment["expect: ".Length..].Split("; ");
        foreach (var claim in claims)
        {
            var (file, rule, severity) = claim.Split(' ') is [var f, var r, var s] ? (f, r, s) : throw new FormatException(claim);
            Assert.Equal((claim, severity), (claim, SeverityOf(tool.Output, file, rule)));
        }

        // An example that the product itself would complain about is none, unless it shows just that.
        if (!block.Comment.Contains("HB0008", StringComparison.Ordinal))
            Assert.DoesNotContain("HB0008", tool.Output, StringComparison.Ordinal);
    }

    // compose.yaml(4,17): error HB2001: ...
    private static string SeverityOf(string output, string file, string rule)
    {
        var line = output.Split('\n').FirstOrDefault(line => line.StartsWith(file + "(", StringComparison.Ordinal) && line.Contains($" {rule}: ", StringComparison.Ordinal));
        if (line is null)
            return "none";
        var word = line.Split(' ')[1];
        return word == "message" ? "suggestion" : word;
    }
}
