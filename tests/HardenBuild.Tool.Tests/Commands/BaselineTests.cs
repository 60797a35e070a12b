namespace HardenBuild.Tool.Tests.Commands;

public sealed class BaselineTests : IDisposable
{
    private const string Dockerfile = "FROM alpine\nUSER 1000\n";

    private readonly ToolRun _tool = new();

    public BaselineTests() => _tool.Write("Dockerfile", Dockerfile);

    [Fact]
    public void Turns_a_repository_green_in_one_command()
    {
        Assert.Equal(1, _tool.Run("scan"));

        Assert.Equal(0, _tool.Run("baseline"));
        Assert.Contains("1 finding written to ", _tool.Output, StringComparison.Ordinal);
        Assert.Equal(0, _tool.Run("scan"));
        Assert.Contains("1 finding suppressed", _tool.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_problem_still_fails()
    {
        _tool.Run("baseline");
        _tool.Write("new.Dockerfile", "FROM debian\nUSER 1000\n");

        Assert.Equal(1, _tool.Run("scan"));
        Assert.Contains("new.Dockerfile:1:6: warning HB1026", _tool.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_problem_once_more_in_the_file_still_fails()
    {
        _tool.Run("baseline");
        _tool.Write("Dockerfile", "FROM alpine AS a\nFROM alpine\nCOPY --from=a /x /x\nUSER 1000\n");

        Assert.Equal(1, _tool.Run("scan"));
    }

    [Fact]
    public void Moving_lines_changes_nothing()
    {
        _tool.Run("baseline");
        _tool.Write("Dockerfile", "# moved\n\n\n" + Dockerfile);

        Assert.Equal(0, _tool.Run("scan"));
    }

    [Fact]
    public void An_entry_whose_finding_is_gone_is_said_at_its_place()
    {
        _tool.Run("baseline");
        _tool.Write("Dockerfile", "FROM alpine:3.22\nUSER 1000\n");

        Assert.Equal(0, _tool.Run("scan"));
        Assert.Contains("hardenbuild.baseline.json:5:23: suggestion HB0013", _tool.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scan", "other.Dockerfile")]
    [InlineData("scan", "--diagnostics", "HB1005")]
    [InlineData("scan", "--mode", "none")]
    public void An_entry_that_the_scan_did_not_look_for_is_not_stale(params string[] arguments)
    {
        _tool.Run("baseline");
        _tool.Write("other.Dockerfile", "FROM alpine:3.22\nUSER 1000\n");

        Assert.Equal(0, _tool.Run([.. arguments, "--root", "."]));
        Assert.DoesNotContain("HB0013", _tool.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"version\": 1, \"findings\": [", "1:")]
    [InlineData("[]", "1:1")]
    [InlineData("{\"version\": 2, \"findings\": []}", "1:13")]
    [InlineData("{\"version\": 1}", "1:1")]
    [InlineData("{\"version\": 1, \"findings\": [{\"rule\": \"HB1026\"}]}", "1:29")]
    [InlineData("<<<<<<< HEAD\n{}\n", "1:")]
    public void A_malformed_baseline_hides_nothing_and_is_an_error(string text, string place)
    {
        _tool.Write("hardenbuild.baseline.json", text);

        Assert.Equal(1, _tool.Run("scan"));
        Assert.Contains("hardenbuild.baseline.json:" + place, _tool.Output, StringComparison.Ordinal);
        Assert.Contains("error HB0014", _tool.Output, StringComparison.Ordinal);
        Assert.Contains("warning HB1026", _tool.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_named_baseline_that_is_missing_is_an_error_of_the_command()
    {
        Assert.Equal(2, _tool.Run("scan", "--baseline", "gone.json"));
        Assert.Contains("gone.json' cannot be read: it does not exist any more", _tool.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void May_lie_elsewhere()
    {
        Assert.Equal(0, _tool.Run("baseline", "--output", "eng/known.json"));
        Assert.Equal(1, _tool.Run("scan"));
        Assert.Equal(0, _tool.Run("scan", "--baseline", "eng/known.json"));
    }

    [Fact]
    public void Is_ignored_with_no_config() => Assert.Equal((0, 1), (_tool.Run("baseline"), _tool.Run("scan", "--no-config")));

    [Fact]
    public void Written_twice_it_is_the_same()
    {
        _tool.Run("baseline");
        var first = _tool.Read("hardenbuild.baseline.json");
        _tool.Run("baseline");

        Assert.Equal(first, _tool.Read("hardenbuild.baseline.json"));
    }

    [Fact]
    public void Reports_mark_what_it_holds()
    {
        _tool.Run("baseline");

        _tool.Run("scan", "--include-suppressed");
        Assert.Contains("suppressed: in the baseline", _tool.Output, StringComparison.Ordinal);
        _tool.Run("scan", "--include-suppressed", "--format", "json");
        Assert.Contains("\"inBaseline\": true", _tool.Output, StringComparison.Ordinal);
        _tool.Run("scan", "--include-suppressed", "--format", "sarif");
        Assert.Contains("\"kind\": \"external\"", _tool.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _tool.Dispose();
}
