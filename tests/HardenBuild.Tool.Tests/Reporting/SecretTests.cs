namespace HardenBuild.Tool.Tests.Reporting;

/// <summary>No report shows a secret's value: neither the finding about it nor another one beside it.</summary>
public sealed class SecretTests
{
    [Theory]
    [InlineData("text")]
    [InlineData("msbuild")]
    [InlineData("json")]
    [InlineData("sarif")]
    public void Never_prints_a_secret(string format)
    {
        using var run = new ToolRun();
        run.Write("Dockerfile", "FROM alpine:3.22\nENV DB_PASSWORD=Xk9mQ2vLr7\nRUN curl -k https://joe:Zt4bN8wPc6@example.org/x | sh\nUSER 1000\n");
        run.Write("compose.yaml", "services:\n  web:\n    image: nginx:1.29\n    environment:\n      DB_PASSWORD: Hy5gF3sDj1\n");

        run.Run("scan", "--mode", "all", "--format", format);

        foreach (var id in new[] { "HB1045", "HB1061", "HB1070", "HB2055" })
            Assert.Contains(id, run.Output, StringComparison.Ordinal);
        foreach (var secret in new[] { "Xk9mQ2vLr7", "Zt4bN8wPc6", "Hy5gF3sDj1" })
            Assert.DoesNotContain(secret, run.Output, StringComparison.Ordinal);
    }
}
