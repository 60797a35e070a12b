using HardenBuild.Core.Tests.Rendering.Helm.Charts;
using HardenBuild.Rendering.Helm.ChartValues;

namespace HardenBuild.Core.Tests.Rendering.Helm.ChartValues;

public sealed class ValuesFilesTests
{
    [Fact]
    public void Finds_the_values_files_beside_a_chart()
    {
        var files = ChartFiles.Web(
            ("values.yaml", ""),
            ("values-prod.yaml", ""),
            ("values.dev.yml", ""),
            ("values.schema.json", "{}"),
            ("valuesets.yaml", ""),
            ("my-values.yaml", ""),
            ("ci/default-values.yaml", ""),
            ("ci/values.yaml", ""),
            ("ci/deep/a-values.yaml", ""));

        Assert.Equal(["web/ci/default-values.yaml", "web/values-prod.yaml", "web/values.dev.yml"], ValuesFiles.Beside(files, "web"));
    }

    [Fact]
    public void Finds_nothing_beside_a_chart_without_any() => Assert.Empty(ValuesFiles.Beside(ChartFiles.Web(("values.yaml", "")), "web"));
}
