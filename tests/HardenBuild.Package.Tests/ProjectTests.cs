namespace HardenBuild.Package.Tests;

public sealed class ProjectTests(ContractsProject project) : IClassFixture<ContractsProject>
{
    private const string Own = "Contracts/Dockerfile";
    private const string Above = "Dockerfile";
    private const string Rule = "HB1027";

    [Fact]
    public void Scans_and_logs_once_for_two_frameworks()
    {
        Assert.Equal(1, project.First.Scans);
        Assert.Equal(["warning"], project.First.Levels(Own, Rule));
        Assert.Equal(["warning"], project.First.Levels(Above, Rule));
    }

    [Fact]
    public async Task Scans_and_logs_once_for_one_of_two_frameworks()
    {
        var run = await project.Build("-f", "net8.0");
        Assert.Equal(1, run.Scans);
        Assert.Equal(["warning"], run.Levels(Own, Rule));
    }

    [Theory]
    [InlineData("-warnaserror")]
    [InlineData("-warnaserror:HB1027")]
    [InlineData("-p:TreatWarningsAsErrors=true")]
    [InlineData("-p:WarningsAsErrors=HB1027")]
    public async Task Fails_the_build_when_warnings_count_as_errors(string argument)
    {
        var run = await project.Build(argument);
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["error"], run.Levels(Own, Rule));
        Assert.Equal(["error"], run.Levels(Above, Rule));

        // A stamp would let the second attempt pass.
        var again = await project.Build(argument);
        Assert.Equal(1, again.ExitCode);
    }

    [Theory]
    [InlineData("-p:TreatWarningsAsErrors=true", "-p:WarningsNotAsErrors=HB1027")]
    [InlineData("-warnaserror", "-warnnotaserror:HB1027")]
    public async Task Exempts_warnings_that_are_named(params string[] arguments)
    {
        var run = await project.Build(arguments);
        Assert.Equal(["warning"], run.Levels(Own, Rule));
        Assert.Equal(["warning"], run.Levels(Above, Rule));
    }

    [Theory]
    [InlineData("-p:NoWarn=HB1027")]
    [InlineData("-nowarn:HB1027")]
    [InlineData("-p:MSBuildWarningsAsMessages=HB1027")]
    public async Task Silences_a_rule_by_its_id(string argument)
    {
        var run = await project.Build(argument);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(1, run.Scans);
        Assert.DoesNotContain(run.Findings, finding => finding.Code == Rule && finding.Level != "message");
    }

    [Fact]
    public async Task A_projects_own_switches_leave_the_files_above_it_alone()
    {
        project.Sample.Edit("Contracts/Contracts.csproj", "<TargetFrameworks>", "<NoWarn>HB1027</NoWarn><TargetFrameworks>");
        var run = await project.Build();
        project.Sample.Edit("Contracts/Contracts.csproj", "<NoWarn>HB1027</NoWarn>", "");
        Assert.Empty(run.Levels(Own, Rule));
        Assert.Equal(["warning"], run.Levels(Above, Rule));
    }

    [Fact]
    public async Task Fails_the_build_at_severity_error()
    {
        project.Sample.Write(".editorconfig", "root = true\n[Contracts/Dockerfile]\ndotnet_diagnostic.HB1027.severity = error\n");
        var own = await project.Build();
        project.Sample.Write(".editorconfig", "root = true\n[/Dockerfile]\ndotnet_diagnostic.HB1027.severity = error\n");
        var above = await project.Build();
        project.Sample.Delete(".editorconfig");

        Assert.Equal(1, own.ExitCode);
        Assert.Equal(["error"], own.Levels(Own, Rule));
        Assert.Equal(["warning"], own.Levels(Above, Rule));
        // What fails above the projects does not hide what is in them.
        Assert.Equal(1, above.ExitCode);
        Assert.Equal(["warning"], above.Levels(Own, Rule));
        Assert.Equal(["error"], above.Levels(Above, Rule));
    }

    [Fact]
    public async Task Does_nothing_when_switched_off()
    {
        var run = await project.Build("-p:HardenBuildEnabled=false");
        Assert.Equal(0, run.Scans);
        Assert.Empty(run.Findings);
    }

    [Fact]
    public async Task Never_scans_in_a_design_time_build()
    {
        var run = await project.Sample.Run(
            "msbuild", "Contracts/Contracts.csproj", "-t:Compile", "-p:TargetFramework=net8.0", "-p:DesignTimeBuild=true", "-p:BuildingProject=false", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(0, run.Scans);
    }

    [Fact]
    public async Task Names_a_mode_that_does_not_exist()
    {
        var run = await project.Build("-p:HardenBuildMode=strict");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("HardenBuildMode 'strict' is not a mode; use none, default, hardened or all", run.Output, StringComparison.Ordinal);
    }
}
