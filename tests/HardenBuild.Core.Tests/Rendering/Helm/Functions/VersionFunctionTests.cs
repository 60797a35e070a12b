namespace HardenBuild.Core.Tests.Rendering.Helm.Functions;

/// <summary>Constraints of Masterminds/semver 3.</summary>
public sealed class VersionFunctionTests
{
    [Theory]
    [InlineData("^1.2.0", "1.2.3", true)]
    [InlineData("^0.2.3", "0.3.0", false)]
    [InlineData("^0.0.3", "0.0.4", false)]
    [InlineData("^0.0", "0.0.9", true)]
    [InlineData("^0", "0.9.0", true)]
    [InlineData("~1", "1.9.9", true)]
    [InlineData("~1.2", "1.3.0", false)]
    [InlineData("~0.0.0", "5.0.0", true)]
    [InlineData("~>1.2.3", "1.2.10", true)]
    [InlineData(">1", "1.9.0", false)]
    [InlineData(">1.1", "1.1.5", false)]
    [InlineData(">1.1", "1.2.0", true)]
    [InlineData("<=11", "11.9.0", true)]
    [InlineData("<=1.2", "1.2.9", true)]
    [InlineData("<1.2", "1.2.0", false)]
    [InlineData("=>1.2, =<2", "2.5.1", true)]
    [InlineData(">=1.2.3 <1.5 || ^2.1", "2.4.0", true)]
    [InlineData(">=1.2.3, <1.5 || ^2.1", "1.5.0", false)]
    [InlineData("1.2.x", "1.2.7", true)]
    [InlineData("1.*", "1.9.0", true)]
    [InlineData("*", "0.0.1", true)]
    [InlineData("!=1.x", "1.4.0", false)]
    [InlineData("!=1.2.3", "1.2.4", true)]
    [InlineData("1.2 - 1.4.5", "1.4.6", false)]
    [InlineData("1.2 - 1.4", "1.4.9", true)]
    [InlineData(">=1.19-0", "v1.27.3-eks-a5565ad", true)]
    [InlineData(">=1.19", "v1.27.3-eks-a5565ad", false)]
    [InlineData(">= 1.19.0-0 < 2.0.0-0", "v1.27.3-gke.1+b1", true)]
    [InlineData(">=1.2.3-beta.2", "1.2.3-beta.10", true)]
    [InlineData(">1.2.3-alpha", "1.2.3-1", false)]
    [InlineData("1.2.3", "1.2.3+build", true)]
    [InlineData("v1.2.3", "1.2.3", true)]
    [InlineData("  >=  1.0 ", "1", true)]
    public void Compares(string constraint, string version, bool expected) =>
        Assert.Equal(expected ? "true" : "false", TemplateRun.Text("{{ semverCompare .Values.c .Values.v }}", $"c: '{constraint}'\nv: '{version}'"));

    [Theory]
    [InlineData("""{{ semverCompare "foo" "1.0.0" }}""", "improper constraint: foo")]
    [InlineData("""{{ semverCompare ">=1.0 foo" "1.0.0" }}""", "improper constraint: >=1.0 foo")]
    [InlineData("""{{ semverCompare "" "1.0.0" }}""", "improper constraint: ")]
    [InlineData("""{{ semverCompare ">1" "1.2.3.4" }}""", "Invalid Semantic Version")]
    [InlineData("""{{ semver "" }}""", "Invalid Semantic Version")]
    public void Fails(string template, string reason) => Assert.EndsWith(": " + reason, TemplateRun.Text(template));

    [Fact]
    public void Takes_versions_apart() => Assert.Equal(
        "1 2 3 beta.1 b.2 v1.2.3-beta.1+b.2 1.2.3-beta.1+b.2 -1 true",
        TemplateRun.Text("""{{ $v := semver "v1.2.3-beta.1+b.2" }}{{ $v.Major }} {{ $v.Minor }} {{ $v.Patch }} {{ $v.Prerelease }} {{ $v.Metadata }} {{ $v.Original }} {{ $v }} {{ $v.Compare (semver "1.2.3") }} {{ eq (int $v.Major) 1 }}"""));
}
