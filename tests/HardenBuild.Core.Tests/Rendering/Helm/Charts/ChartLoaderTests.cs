using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Core.Tests.Rendering.Helm.Charts;

public sealed class ChartLoaderTests
{
    [Fact]
    public void Sorts_files_into_templates_values_and_files()
    {
        var chart = Load(ChartFiles.Web(
            ("values.yaml", "replicas: 2\n"),
            ("values.schema.json", "{}"),
            ("Chart.lock", "dependencies: []\n"),
            ("templates/a.yaml", "a: 1\n"),
            ("templates/deep/_b.tpl", ""),
            ("crds/c.yaml", "kind: CustomResourceDefinition\n"),
            ("config/app.conf", "x"),
            ("README.md", "# web\n")));

        Assert.Equal(["templates/a.yaml", "templates/deep/_b.tpl"], chart.Templates.Select(file => file.Name));
        Assert.Equal(["README.md", "config/app.conf", "crds/c.yaml"], chart.Files.Select(file => file.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["crds/c.yaml"], chart.CustomResources.Select(file => file.Name));
        Assert.Equal(2, Assert.IsType<GoFloat>(chart.Values.Entries["replicas"]).Value);
        Assert.NotNull(chart.SchemaFile);
    }

    [Fact]
    public void Reads_metadata_with_numbers_as_strings()
    {
        var chart = Load(ChartFiles.Of(("web/Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.2.0\nappVersion: 1.10\ndeprecated: true\nannotations: {port: 8080}\n")));

        Assert.Equal("1.1", chart.Metadata.AppVersion);
        Assert.True(chart.Metadata.IsDeprecated);
        Assert.Equal("8080", chart.Metadata.Annotations["port"]);
    }

    [Fact]
    public void Values_know_where_they_are_written()
    {
        var chart = Load(ChartFiles.Web(("values.yaml", "image:\n  tag: \"1.0\"\n")));

        var origin = Assert.IsType<GoMap>(chart.Values.Entries["image"]).Entries["tag"].Origin!;
        Assert.Equal("web/values.yaml", origin.Location.Source.Path);
        Assert.Equal(1, origin.Location.Start.Line);
        Assert.Equal("image.tag", origin.Path);
    }

    [Fact]
    public void Merges_the_documents_of_a_values_file()
    {
        var chart = Load(ChartFiles.Web(("values.yaml", "a: {x: 1, z: 1}\n---\na: {z: 2}\n")));

        var map = Assert.IsType<GoMap>(chart.Values.Entries["a"]);
        Assert.Equal(1, Assert.IsType<GoFloat>(map.Entries["x"]).Value);
        Assert.Equal(2, Assert.IsType<GoFloat>(map.Entries["z"]).Value);
    }

    [Fact]
    public void Loads_subcharts_of_folders_and_packages()
    {
        var chart = Load(ChartFiles.Web(
                ("charts/cache/Chart.yaml", "apiVersion: v2\nname: cache\nversion: 0.1.0\n"),
                ("charts/cache/templates/c.yaml", ""),
                ("charts/_skipped/Chart.yaml", "no"),
                ("charts/.hidden/Chart.yaml", "no"))
            .With("web/charts/db-1.0.0.tgz", ChartFiles.Package(("db/Chart.yaml", "apiVersion: v2\nname: db\nversion: 1.0.0\n"), ("db/templates/d.yaml", "d: 1\n"))));

        Assert.Equal(["cache", "db"], chart.Subcharts.Select(subchart => subchart.Name));
        var packed = Assert.Single(chart.Subcharts[1].Templates);
        Assert.Equal("templates/d.yaml", packed.Name);
        Assert.Equal("web/charts/db-1.0.0.tgz!/db/templates/d.yaml", packed.Path);
        Assert.True(packed.IsPacked);
    }

    [Fact]
    public void Reads_a_package_by_itself()
    {
        var files = ChartFiles.Of().With("web.tgz", ChartFiles.Package(("any/Chart.yaml", "name: web\nversion: 1.0.0\n"), ("any/values.yaml", "a: 1\n")));

        var loaded = new ChartLoader(files).Load("web.tgz");

        Assert.Empty(loaded.Errors);
        Assert.Equal("v1", loaded.Chart!.Metadata.ApiVersion);
    }

    [Fact]
    public void Takes_dependencies_of_requirements_yaml()
    {
        var chart = Load(ChartFiles.Of(
            ("web/Chart.yaml", "apiVersion: v1\nname: web\nversion: 1.0.0\n"),
            ("web/requirements.yaml", "dependencies:\n- name: cache\n  version: ~0.1\n  repository: https://example.com\n  tags: [a, b]\n"),
            ("web/charts/cache/Chart.yaml", "apiVersion: v1\nname: cache\nversion: 0.1.3\n")));

        var dependency = Assert.Single(chart.Metadata.Dependencies);
        Assert.Equal("cache", dependency.Name);
        Assert.Equal(["a", "b"], dependency.Tags);
        Assert.Equal(1, dependency.Location.Start.Line);
        // Charts of the first version show it to their templates.
        Assert.Contains(chart.Files, file => file.Name == "requirements.yaml");
    }

    [Theory]
    [InlineData("file://../cache", "cache")]
    [InlineData("https://charts.example.com", "cache")]
    public void Takes_a_missing_dependency_from_the_repository(string repository, string name)
    {
        var chart = Load(ChartFiles.Of(
            ("deploy/web/Chart.yaml", $"apiVersion: v2\nname: web\nversion: 1.0.0\ndependencies:\n- name: {name}\n  version: 0.x\n  repository: {repository}\n"),
            ("deploy/cache/Chart.yaml", "apiVersion: v2\nname: cache\nversion: 0.1.3\n")), "deploy/web");

        Assert.Equal("deploy/cache/Chart.yaml", Assert.Single(chart.Subcharts).MetadataFile.Path);
    }

    [Fact]
    public void Reports_a_dependency_that_is_nowhere_at_its_line_and_keeps_the_rest()
    {
        var files = ChartFiles.Of(
            ("web/Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.0.0\ndependencies:\n- name: cache\n  version: 1.x\n  repository: https://example.com\n"),
            ("web/templates/a.yaml", "a: 1\n"),
            ("cache/Chart.yaml", "apiVersion: v2\nname: cache\nversion: 2.0.0\n"));

        var loaded = new ChartLoader(files).Load("web");

        var error = Assert.Single(loaded.Errors);
        Assert.Equal(ChartErrorKind.MissingDependency, error.Kind);
        Assert.Equal("cache", error.Location.Source.Substring(error.Location.Span));
        Assert.Equal("found in Chart.yaml, but missing in charts/ directory: cache", error.Message);
        Assert.Single(loaded.Chart!.Templates);
    }

    [Fact]
    public void Charts_that_want_each_other_come_to_an_end()
    {
        var loaded = new ChartLoader(ChartFiles.Of(
            ("a/Chart.yaml", "apiVersion: v2\nname: a\nversion: 1.0.0\ndependencies:\n- name: b\n  version: 1.0.0\n  repository: file://../b\n"),
            ("b/Chart.yaml", "apiVersion: v2\nname: b\nversion: 1.0.0\ndependencies:\n- name: a\n  version: 1.0.0\n  repository: file://../a\n"))).Load("a");

        Assert.Equal(ChartErrorKind.MissingDependency, Assert.Single(loaded.Errors).Kind);
        Assert.Equal("b", Assert.Single(loaded.Chart!.Subcharts).Name);
    }

    [Theory]
    [InlineData("name: [web]\nversion: 1.0.0\n", "cannot load Chart.yaml: error unmarshaling JSON: while decoding JSON: json: cannot unmarshal array into Go struct field Metadata.name of type string")]
    [InlineData("version: 1.0.0\n", "validation: chart.metadata.name is required")]
    [InlineData("name: web\n", "validation: chart.metadata.version is required")]
    [InlineData("name: web\nversion: one\n", "validation: chart.metadata.version \"one\" is invalid")]
    [InlineData("name: a/b\nversion: 1.0.0\n", "validation: chart.metadata.name \"a/b\" is invalid")]
    [InlineData("name: web\nversion: 1.0.0\ntype: service\n", "validation: chart.metadata.type must be application or library")]
    [InlineData("name: web\nversion: 1.0.0\ndependencies: [{name: a, alias: a.b}]\n", "validation: dependency \"a\" has disallowed characters in the alias")]
    public void Says_what_is_wrong_with_Chart_yaml(string text, string message)
    {
        var loaded = new ChartLoader(ChartFiles.Of(("web/Chart.yaml", text))).Load("web");

        Assert.Equal(message, loaded.Errors.First(error => error.Kind == ChartErrorKind.Unreadable).Message);
    }

    [Fact]
    public void A_folder_without_Chart_yaml_is_no_chart()
    {
        var loaded = new ChartLoader(ChartFiles.Of(("web/values.yaml", ""))).Load("web");

        Assert.Null(loaded.Chart);
        Assert.Equal("Chart.yaml file is missing", Assert.Single(loaded.Errors).Message);
    }

    [Fact]
    public void A_broken_subchart_leaves_the_rest()
    {
        var loaded = new ChartLoader(ChartFiles.Web(("charts/cache/values.yaml", "a: 1\n"), ("templates/a.yaml", ""))).Load("web");

        Assert.Equal("error unpacking subchart cache in web: Chart.yaml file is missing", Assert.Single(loaded.Errors).Message);
        Assert.Single(loaded.Chart!.Templates);
    }

    [Fact]
    public void Broken_values_are_an_error_at_their_place()
    {
        var loaded = new ChartLoader(ChartFiles.Web(("values.yaml", "a: 1\nb: [1\n"))).Load("web");

        var error = Assert.Single(loaded.Errors);
        Assert.StartsWith("cannot load values.yaml: error converting YAML to JSON: yaml:", error.Message, StringComparison.Ordinal);
        Assert.Equal("web/values.yaml", error.Location.Source.Path);
    }

    [Fact]
    public void Files_are_read_only_when_they_are_needed()
    {
        var files = ChartFiles.Web(("docs/manual.pdf", "%PDF"), ("templates/a.yaml", "a: 1\n"));

        new ChartLoader(files).Load("web");

        Assert.DoesNotContain("web/docs/manual.pdf", files.Asked);
    }

    private static Chart Load(ChartFiles files, string folder = "web")
    {
        var loaded = new ChartLoader(files).Load(folder);
        Assert.Empty(loaded.Errors);
        return loaded.Chart!;
    }
}
