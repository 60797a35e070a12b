using Microsoft.Build.Framework;

namespace HardenBuild.Tasks.Tests;

public sealed class LogFindingsTests
{
    private const string Project = "/repo/src/Api/Api.csproj";

    private readonly RecordingBuildEngine _engine = new();

    [Fact]
    public void Logs_position_code_and_help_link()
    {
        Assert.True(Run(new LogFindings(), Finding("HB1027", "warning")));
        var warning = Assert.IsType<BuildWarningEventArgs>(Assert.Single(_engine.Events));
        Assert.Equal("HB1027", warning.Code);
        Assert.Equal("/repo/src/Api/Dockerfile", warning.File);
        Assert.Equal((3, 6, 3, 19), (warning.LineNumber, warning.ColumnNumber, warning.EndLineNumber, warning.EndColumnNumber));
        Assert.Equal("https://example.com/HB1027", warning.HelpLink);
        Assert.Null(warning.Subcategory);
    }

    [Theory]
    [InlineData("'{0}' has {braces}")]
    [InlineData("a%3bb; c%20d $(Property) @(Item) %(Meta)")]
    [InlineData("C:\\path\\with 'quotes'")]
    public void Keeps_the_message_as_it_is(string message)
    {
        Run(new LogFindings(), Finding("HB1027", "warning") with { Message = message });
        Assert.Equal(message, Assert.Single(_engine.Events).Message);
    }

    [Fact]
    public void Leaves_the_findings_of_others()
    {
        Run(new LogFindings(), Finding("HB1027", "warning") with { Owner = "" }, Finding("HB1027", "error") with { Owner = "/repo/src/Web/Web.csproj" });
        Assert.Empty(_engine.Events);
    }

    [Fact]
    public void Errors_come_first_and_fail_the_task()
    {
        Assert.False(Run(new LogFindings(), Finding("HB1", "suggestion"), Finding("HB2", "warning"), Finding("HB3", "error")));
        Assert.Collection(
            _engine.Events,
            e => Assert.Equal("HB3", Assert.IsType<BuildErrorEventArgs>(e).Code),
            e => Assert.Equal("HB2", Assert.IsType<BuildWarningEventArgs>(e).Code),
            e => Assert.Equal("HB1", Assert.IsType<BuildMessageEventArgs>(e).Code));
    }

    [Fact]
    public void Treats_warnings_as_errors_but_not_suggestions_nor_named_exceptions()
    {
        Run(
            new LogFindings { TreatWarningsAsErrors = true, WarningsNotAsErrors = "CS1591, hb2" },
            Finding("HB1", "warning"), Finding("HB2", "warning"), Finding("HB3", "suggestion"));
        Assert.Collection(
            _engine.Events,
            e => Assert.Equal("HB1", Assert.IsType<BuildErrorEventArgs>(e).Code),
            e => Assert.Equal("HB2", Assert.IsType<BuildWarningEventArgs>(e).Code),
            e => Assert.Equal("HB3", Assert.IsType<BuildMessageEventArgs>(e).Code));
    }

    [Fact]
    public void NoWarn_wins_over_every_severity()
    {
        Assert.True(Run(
            new LogFindings { NoWarn = "1701;HB1\n;HB2", WarningsAsErrors = "HB1" },
            Finding("HB1", "warning"), Finding("HB2", "error")));
        Assert.Empty(_engine.Events);
    }

    private static FindingItem Finding(string code, string severity) =>
        new("/repo/src/Api/Dockerfile", 3, 6, 3, 19, code, severity, "Message", "https://example.com/" + code, Project);

    private bool Run(LogFindings task, params FindingItem[] findings)
    {
        task.BuildEngine = _engine;
        task.Owner = Project;
        task.Findings = [.. findings.Select((finding, i) => finding.ToTaskItem("finding" + i))];
        return task.Execute();
    }
}
