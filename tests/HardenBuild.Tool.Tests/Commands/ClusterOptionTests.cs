using System.Text.Json;

namespace HardenBuild.Tool.Tests.Commands;

public sealed class ClusterOptionTests
{
    private const string Pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers: [{name: web, image: 'web:1.0'}]\n";
    private const string CronJob = "apiVersion: batch/v1beta1\nkind: CronJob\nmetadata: {name: web}\n";

    [Theory]
    [InlineData("restricted", "HB4016")]
    [InlineData("baseline", "")]
    [InlineData("privileged", "")]
    [InlineData(null, "")]
    public void The_target_level_is_what_every_pod_must_meet(string? level, string ids) =>
        Assert.Equal(ids, Scan(Pod, "", level is null ? [] : ["--target-level", level]));

    [Theory]
    [InlineData("1.24", "")]
    [InlineData("v1.25.3", "HB3156")]
    [InlineData(null, "HB3156")]
    public void The_version_decides_which_apis_are_gone(string? version, string ids) =>
        Assert.Equal(ids, Scan(CronJob, "", version is null ? [] : ["--kube-version", version]));

    [Fact]
    public void The_configuration_says_it_for_a_folder()
    {
        Assert.Equal("HB4016", Scan(Pod, "[deploy/**]\nhardenbuild.target_level = restricted\n"));
        Assert.Equal("", Scan(Pod, "[other/**]\nhardenbuild.target_level = restricted\n"));
        Assert.Equal("", Scan(CronJob, "[*.yaml]\nhardenbuild.kube_version = 1.24\n"));
    }

    [Fact]
    public void The_command_line_wins_over_the_configuration()
    {
        Assert.Equal("", Scan(Pod, "[*]\nhardenbuild.target_level = restricted\n", "--target-level", "privileged"));
        Assert.Equal("HB3156", Scan(CronJob, "[*]\nhardenbuild.kube_version = 1.24\n", "--kube-version", "1.34"));
        Assert.Equal("HB4016", Scan(Pod, "[*]\nhardenbuild.target_level = privileged\n", "--target-level", "restricted", "--no-config"));
    }

    [Fact]
    public void The_finding_speaks_like_an_admission_controller()
    {
        using var tool = new ToolRun();
        tool.Write("pod.yaml", Pod);

        Assert.Equal(1, tool.Run("scan", ".", "--target-level", "restricted", "--kube-version", "1.30", "--diagnostics", "HB4016", "--format", "msbuild"));

        Assert.Contains("violates PodSecurity \"restricted:v1.30\": allowPrivilegeEscalation != false", tool.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--target-level", "strict")]
    [InlineData("--target-level", "")]
    [InlineData("--kube-version", "latest")]
    [InlineData("--kube-version", "34")]
    [InlineData("--kube-version", "")]
    public void A_value_that_means_nothing_exits_with_two(string option, string value)
    {
        using var tool = new ToolRun();
        tool.Write("pod.yaml", Pod);

        Assert.Equal(2, tool.Run("scan", ".", option, value));
        Assert.Equal("", tool.Output);
        Assert.StartsWith("hardenbuild: error: ", tool.Error, StringComparison.Ordinal);
    }

    private static string Scan(string text, string settings, params string[] options)
    {
        using var tool = new ToolRun();
        tool.Write(".editorconfig", "root = true\n" + settings);
        tool.Write("deploy/a.yaml", text);
        tool.Run(["scan", ".", "--format", "json", "--diagnostics", "HB4016,HB3156", .. options]);
        using var json = JsonDocument.Parse(tool.Output);
        return string.Join(' ', json.RootElement.GetProperty("findings").EnumerateArray().Select(static finding => finding.GetProperty("id").GetString()));
    }
}
