using HardenBuild.Core.Tests.Rendering.Helm.Charts;
using HardenBuild.Rendering.Helm;
using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Rendering.Helm.ChartValues;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Rendering.Helm.ChartValues;

/// <summary>What the templates of a release see, from defaults, files and arguments.</summary>
public sealed class ReleaseValuesTests
{
    private const string Cache = "apiVersion: v2\nname: cache\nversion: 0.1.0\n";

    [Fact]
    public void User_values_win_over_defaults_and_maps_are_merged()
    {
        var values = Values(ChartFiles.Web(("values.yaml", "a: {x: 1, z: 1}\nl: [1, 2]\nb: 1\n")), "a: {z: 2}\nl: [3]\n");

        Assert.Equal("map[a:map[x:float64(1) z:float64(2)] b:float64(1) l:[float64(3)]]", values);
    }

    [Fact]
    public void A_null_of_the_user_deletes_a_default_at_any_depth() =>
        Assert.Equal("map[a:map[z:float64(1)]]", Values(ChartFiles.Web(("values.yaml", "a: {x: 1, z: 1}\nb: {c: 1}\n")), "a: {x: null}\nb: null\n"));

    [Fact]
    public void Subcharts_get_defaults_then_what_their_parents_say()
    {
        var files = ChartFiles.Web(
            ("values.yaml", "cache:\n  size: 2\n"),
            ("charts/cache/Chart.yaml", Cache),
            ("charts/cache/values.yaml", "size: 1\nttl: 5\n"));

        Assert.Equal("map[cache:map[global:map[] size:float64(2) ttl:float64(5)]]", Values(files));
        Assert.Equal("map[cache:map[global:map[] size:float64(3) ttl:float64(5)]]", Values(files, "cache: {size: 3}\n"));
        Assert.Equal("map[cache:map[global:map[] size:float64(2)]]", Values(files, "cache: {ttl: null}\n"));
    }

    [Fact]
    public void Globals_reach_all_subcharts_and_the_parent_wins()
    {
        var files = ChartFiles.Web(
            ("values.yaml", "global: {registry: a, tls: {use: true}}\n"),
            ("charts/cache/Chart.yaml", Cache),
            ("charts/cache/values.yaml", "global: {registry: b, zone: z, tls: {cert: c}}\n"));

        Assert.Equal(
            "map[cache:map[global:map[registry:string(a) tls:map[cert:string(c) use:bool(true)] zone:string(z)]] global:map[registry:string(a) tls:map[use:bool(true)]]]",
            Values(files));
    }

    [Theory]
    [InlineData("", "cache")]
    [InlineData("cache: {enabled: false}\n", "")]
    [InlineData("tags: {back: false}\n", "")]
    [InlineData("tags: {back: false, front: true}\n", "cache")]
    [InlineData("tags: {back: false}\ncache: {enabled: true}\n", "cache")]
    [InlineData("cache: {enabled: 'false'}\n", "cache")]
    [InlineData("extra: {enabled: false}\n", "")]
    [InlineData("cache: {enabled: true}\nextra: {enabled: false}\n", "cache")]
    public void Conditions_beat_tags(string values, string enabled)
    {
        var root = Release(
            ChartFiles.Of(
                ("web/Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.0.0\ndependencies:\n- name: cache\n  version: 0.x\n  condition: cache.enabled,extra.enabled\n  tags: [back, front]\n"),
                ("web/charts/cache/Chart.yaml", Cache)),
            values).Root;

        Assert.Equal(enabled, string.Join(',', root.Subcharts.Select(subchart => subchart.Name)));
    }

    [Fact]
    public void Conditions_of_subcharts_are_paths_from_the_top()
    {
        var files = ChartFiles.Of(
            ("web/Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.0.0\ndependencies:\n- name: cache\n  version: 0.x\n"),
            ("web/charts/cache/Chart.yaml", Cache + "dependencies:\n- name: disk\n  version: 1.x\n  condition: disk.enabled\n"),
            ("web/charts/cache/values.yaml", "disk: {enabled: false}\n"),
            ("web/charts/cache/charts/disk/Chart.yaml", "name: disk\nversion: 1.0.0\n"));

        Assert.Empty(Release(files, "").Root.Subcharts[0].Subcharts);
        Assert.Single(Release(files, "cache: {disk: {enabled: true}}\n").Root.Subcharts[0].Subcharts);
    }

    [Fact]
    public void A_chart_that_lists_no_dependencies_never_looks_at_those_of_its_subcharts()
    {
        var files = ChartFiles.Web(
            ("charts/cache/Chart.yaml", Cache + "dependencies:\n- name: disk\n  version: 1.x\n  condition: disk.enabled\n"),
            ("charts/cache/values.yaml", "disk: {enabled: false}\n"),
            ("charts/cache/charts/disk/Chart.yaml", "name: disk\nversion: 1.0.0\n"));

        Assert.Single(Release(files, "").Root.Subcharts[0].Subcharts);
    }

    [Fact]
    public void Aliases_make_a_chart_of_each_dependency()
    {
        var root = Release(
            ChartFiles.Of(
                ("web/Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.0.0\ndependencies:\n- {name: cache, version: 0.x, alias: hot}\n- {name: cache, version: 0.x, alias: cold, condition: cold.enabled}\n"),
                ("web/values.yaml", "hot: {size: 9}\n"),
                ("web/charts/cache/Chart.yaml", Cache),
                ("web/charts/cache/values.yaml", "size: 1\n")),
            "").Root;

        Assert.Equal(["web/charts/hot", "web/charts/cold"], root.Subcharts.Select(subchart => subchart.FullPath));
    }

    [Fact]
    public void A_version_that_does_not_fit_leaves_the_chart_on_under_its_own_name()
    {
        var root = Release(
            ChartFiles.Of(
                ("web/Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.0.0\ndependencies:\n- {name: cache, version: 9.x, alias: hot, condition: off}\n"),
                ("web/values.yaml", "off: false\n"),
                ("web/charts/cache/Chart.yaml", Cache)),
            "").Root;

        Assert.Equal("cache", Assert.Single(root.Subcharts).Name);
    }

    [Theory]
    [InlineData("[data]", "map[cache:map[exports:map[data:map[port:float64(80)]] global:map[] inner:map[deep:float64(1)]] port:float64(80)]")]
    [InlineData("[{child: inner, parent: taken.here}]", "map[cache:map[exports:map[data:map[port:float64(80)]] global:map[] inner:map[deep:float64(1)]] taken:map[here:map[deep:float64(1)]]]")]
    [InlineData("[nothing, {child: none, parent: x}]", "map[cache:map[exports:map[data:map[port:float64(80)]] global:map[] inner:map[deep:float64(1)]]]")]
    public void Imports_values_of_subcharts(string imports, string expected) => Assert.Equal(expected, Values(ImportingChart(imports)));

    [Fact]
    public void What_the_parent_says_wins_over_what_it_imports() =>
        Assert.Equal(
            "map[cache:map[exports:map[data:map[port:float64(80)]] global:map[] inner:map[deep:float64(1)]] port:float64(8080)]",
            Values(ImportingChart("[data]").With("web/values.yaml", "port: 8080\n")));

    [Fact]
    public void Scalars_keep_their_places_through_coalescing_and_import()
    {
        var release = Release(ImportingChart("[data]"), "other: 1\n");

        Assert.Equal("web/charts/cache/values.yaml", release.Values.Entries["port"].Origin!.Location.Source.Path);
        Assert.Equal("exports.data.port", release.Values.Entries["port"].Origin!.Path);
        Assert.Equal("user.yaml", release.Values.Entries["other"].Origin!.Location.Source.Path);
    }

    [Theory]
    [InlineData("v4.1.0", "map[a:nil b:map[c:nil] cache:map[global:map[] x:nil]]")]
    [InlineData("v4.2.0", "map[a:nil b:map[c:nil] cache:map[global:map[]]]")]
    public void Nulls_of_defaults_stay_before_Helm_42_and_in_the_chart_itself(string version, string expected) =>
        Assert.Equal(expected, Values(
            ChartFiles.Web(("values.yaml", "a: null\nb: {c: null}\n"), ("charts/cache/Chart.yaml", Cache), ("charts/cache/values.yaml", "x: null\n")),
            "",
            version));

    [Theory]
    [InlineData("v4.1.0", "map[a:map[x:float64(1)]]")]
    [InlineData("v4.2.0", "map[a:map[new:nil x:float64(1)]]")]
    public void Nulls_of_the_user_over_no_default_stay_from_Helm_42(string version, string expected) =>
        Assert.Equal(expected, Values(ChartFiles.Web(("values.yaml", "a: {x: 1}\n")), "a: {new: null}\n", version));

    [Fact]
    public void A_map_of_the_user_wins_over_a_scalar_default_and_the_other_way_round() =>
        Assert.Equal("map[a:map[x:float64(1)] b:float64(1)]", Values(ChartFiles.Web(("values.yaml", "a: 1\nb: {x: 1}\n")), "a: {x: 1}\nb: 1\n"));

    [Fact]
    public void Values_of_a_subchart_must_be_a_map()
    {
        var files = ChartFiles.Web(("values.yaml", "cache: yes please\n"), ("charts/cache/Chart.yaml", Cache));

        Assert.Equal("type mismatch on cache: %!t(string=yes please)", Assert.Throws<ChartException>(() => Values(files)).Message);
    }

    [Fact]
    public void Arguments_win_over_files_and_later_files_over_earlier_ones()
    {
        var user = new UserValues(
            [SourceText.From("a.yaml", "u: 1\nx: 1\nz: 1\n"), SourceText.From("b.yaml", "x: 2\nz: 2\n")],
            [new SetArgument(SetArgumentKind.Text, "z=4"), new SetArgument(SetArgumentKind.Typed, "z=3")]);

        Assert.Equal("map[u:float64(1) x:float64(2) z:string(4)]", SetParserTests.Show(user.Read()));
    }

    [Fact]
    public void A_load_serves_many_releases()
    {
        var chart = new ChartLoader(ChartFiles.Web(("values.yaml", "a: {x: 1}\n"))).Load("web").Chart!;

        var first = ReleaseValues.Of(chart, User("a: {x: null, z: 2}\n"), HelmVersion.Default);
        var second = ReleaseValues.Of(chart, User(""), HelmVersion.Default);

        Assert.Equal("map[a:map[z:float64(2)]]", SetParserTests.Show(first.Values));
        Assert.Equal("map[a:map[x:float64(1)]]", SetParserTests.Show(second.Values));
    }

    private static ChartFiles ImportingChart(string imports) => ChartFiles.Of(
        ("web/Chart.yaml", $"apiVersion: v2\nname: web\nversion: 1.0.0\ndependencies:\n- name: cache\n  version: 0.x\n  import-values: {imports}\n"),
        ("web/charts/cache/Chart.yaml", Cache),
        ("web/charts/cache/values.yaml", "exports: {data: {port: 80}}\ninner: {deep: 1}\n"));

    private static UserValues User(string text) => new([SourceText.From("user.yaml", text)], []);

    private static ReleaseValues Release(ChartFiles files, string values, string version = "v4.1.0")
    {
        var loaded = new ChartLoader(files).Load("web");
        Assert.Empty(loaded.Errors);
        return ReleaseValues.Of(loaded.Chart!, User(values), HelmVersion.Parse(version)!);
    }

    private static string Values(ChartFiles files, string values = "", string version = "v4.1.0") => SetParserTests.Show(Release(files, values, version).Values);
}
