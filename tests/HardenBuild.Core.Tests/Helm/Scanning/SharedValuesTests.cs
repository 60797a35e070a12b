using HardenBuild.Core.Tests.Rules;
using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Scanning.Charts;

namespace HardenBuild.Core.Tests.Helm.Scanning;

public sealed class SharedValuesTests
{
    private const string Template = "kind: ConfigMap\nhost: {{ .Values.infrastructure.sql.host }}\nname: {{ .Values.app.name }}\nport: {{ .Values.port }}\n";

    [Fact]
    public void Takes_the_files_above_that_define_what_a_chart_lacks() => Assert.Equal(
        ["k8s/app.yaml", "k8s/infrastructure.yaml"],
        Paths(("k8s/app.yaml", "app: {name: shop}\n"), ("k8s/infrastructure.yaml", "infrastructure: {sql: {host: db}}\n"), ("k8s/other.yaml", "unused: 1\n")));

    [Fact]
    public void Of_alternatives_takes_the_first_by_name() => Assert.Equal(
        ["k8s/infrastructure-aks.yaml"],
        Paths(("k8s/infrastructure-local.yaml", "infrastructure: {sql: {host: local}}\n"), ("k8s/infrastructure-aks.yaml", "infrastructure: {sql: {host: aks}}\n")));

    [Theory]
    [InlineData("k8s/ingress.yaml", "apiVersion: v1\nkind: Service\ninfrastructure: {}\n")]
    [InlineData("k8s/list.yaml", "- infrastructure\n")]
    [InlineData("k8s/broken.yaml", "infrastructure: {\n")]
    [InlineData("k8s/port.yaml", "port: 80\n")]
    [InlineData("k8s/notes.txt", "infrastructure: {}\n")]
    [InlineData("k8s/Chart.yaml", "infrastructure: {}\n")]
    [InlineData("infrastructure.yaml", "infrastructure: {}\n")]
    public void Leaves_what_is_no_values_file_for_it(string path, string text) => Assert.Null(Paths((path, text)));

    private static IEnumerable<string>? Paths(params (string Path, string Text)[] files)
    {
        var repository = new TextFiles(
            [
                ("k8s/web/Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.0.0\n"),
                ("k8s/web/values.yaml", "port: 80\n"),
                ("k8s/web/templates/a.yaml", Template),
                .. files,
            ]);
        var chart = new ChartLoader(repository).Load("k8s/web").Chart!;
        HardenBuild.Rendering.Helm.Output.ChartRenderer.Render(chart, HardenBuild.Rendering.Helm.ChartValues.UserValues.None, new HardenBuild.Rendering.Helm.RenderOptions(), TestContext.Current.CancellationToken);
        return SharedValues.Of(repository, "k8s/web", chart)?.Files.Select(static file => file.Path);
    }
}
