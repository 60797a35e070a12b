namespace HardenBuild.Tool.Tests.Commands;

public sealed class RenderCommandTests
{
    [Fact]
    public void Prints_the_rendered_chart()
    {
        using var run = Chart();

        Assert.Equal(0, run.Run("render", "web", "--release-name", "r", "--namespace", "n", "--values", "prod.yaml", "--set", "a=3", "--set-string", "s=1", "--set-json", "j=[1]", "--set-literal", "l=x,y"));
        Assert.Equal("---\n# Source: web/templates/a.yaml\nkind: A\nr: r n\na: 3 2 1 [1] x,y\n", run.Output);
        Assert.Empty(run.Error);
    }

    [Fact]
    public void Takes_a_value_out_of_a_file()
    {
        using var run = Chart();
        run.Write("web/templates/a.yaml", "a: {{ .Values.f | quote }}\n");
        run.Write("note.txt", "one, two");

        Assert.Equal(0, run.Run("render", "web", "--set-file", "f=note.txt"));
        Assert.Contains("a: \"one, two\"\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, run.Run("render", "web", "--set-file", "f=gone.txt"));
        Assert.Contains("gone.txt", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Renders_for_the_versions_that_are_asked_for()
    {
        using var run = Chart();
        run.Write("web/templates/a.yaml", "v: {{ .Capabilities.KubeVersion }} {{ .Capabilities.HelmVersion.Version }} {{ .Capabilities.APIVersions.Has \"example.com/v1\" }}\n");

        Assert.Equal(0, run.Run("render", "web", "--kube-version", "1.29", "--helm-version", "3.18", "--api-versions", "a.b/v1,example.com/v1"));
        Assert.Contains("v: v1.29.0 v3.18.0 true\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chart_that_does_not_render_says_why_and_prints_nothing()
    {
        using var run = Chart();
        run.Write("web/templates/b.yaml", "b: {{ required \"b is needed\" .Values.b }}\n");

        Assert.Equal(1, run.Run("render", "web"));
        Assert.Empty(run.Output);
        Assert.Equal("hardenbuild: error: execution error at (web/templates/b.yaml:1:6): b is needed" + Environment.NewLine, run.Error);
    }

    [Fact]
    public void A_missing_dependency_is_said_in_the_words_of_Helm()
    {
        using var run = Chart();
        run.Write("web/Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.0.0\ndependencies:\n- {name: db, version: 1.x, repository: 'https://example.com'}\n- {name: mq, version: 1.x, repository: 'https://example.com'}\n");

        Assert.Equal(1, run.Run("render", "web"));
        Assert.Contains("found in Chart.yaml, but missing in charts/ directory: db, mq", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_is_not_rendered()
    {
        using var run = Chart();
        run.Write("web/Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.0.0\ntype: library\n");

        Assert.Equal(1, run.Run("render", "web"));
        Assert.Contains("library charts are not installable", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("web", "--helm-version", "two")]
    [InlineData("web", "--kube-version", "new")]
    [InlineData("web", "--release-name", "No_Name")]
    [InlineData("web", "--values", "none.yaml")]
    [InlineData("web", "--no-such-option")]
    public void Bad_arguments_exit_with_2(params string[] args)
    {
        using var run = Chart();

        Assert.Equal(2, run.Run(["render", .. args]));
        Assert.Empty(run.Output);
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public void A_malformed_set_argument_is_an_error_of_Helm()
    {
        using var run = Chart();

        Assert.Equal(1, run.Run("render", "web", "--set", "a"));
        Assert.Contains("failed parsing --set data: key \"a\" has no value", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_only_the_templates_that_are_asked_for()
    {
        using var run = Chart();
        run.Write("web/templates/b.yaml", "kind: B\n");

        Assert.Equal(0, run.Run("render", "web", "--show-only", "templates/b.yaml"));
        Assert.Equal("---\n# Source: web/templates/b.yaml\nkind: B\n", run.Output);
        Assert.Equal(1, run.Run("render", "web", "--show-only", "templates/none.yaml"));
        Assert.Contains("could not find template templates/none.yaml in chart", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_out_of_the_repository_is_not_read()
    {
        using var run = Chart();
        var secret = run.Write("secret.txt", "top secret");
        Directory.CreateDirectory(Path.Combine(run.Folder, "web", ".git"));
        File.WriteAllText(Path.Combine(run.Folder, "web", ".helmignore"), ".git/\n");
        File.CreateSymbolicLink(Path.Combine(run.Folder, "web", "link.txt"), secret);
        run.Write("web/templates/a.yaml", "a: {{ .Files.Get \"link.txt\" }}\n");

        Assert.Equal(1, run.Run("render", "web"));
        Assert.DoesNotContain("top secret", run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_that_form_a_loop_end_in_an_error()
    {
        using var run = Chart();
        Directory.CreateSymbolicLink(Path.Combine(run.Folder, "web", "a"), Path.Combine(run.Folder, "web"));
        Directory.CreateSymbolicLink(Path.Combine(run.Folder, "web", "b"), Path.Combine(run.Folder, "web"));

        Assert.Equal(1, run.Run("render", "web"));
        Assert.Empty(run.Output);
    }

    private static ToolRun Chart()
    {
        var run = new ToolRun();
        run.Write("web/Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.0.0\n");
        run.Write("web/values.yaml", "a: 1\nb: \"\"\nc: 1\ns: 0\nj: []\nl: 0\n");
        run.Write("web/templates/a.yaml", "kind: A\nr: {{ .Release.Name }} {{ .Release.Namespace }}\na: {{ .Values.a }} {{ .Values.c }} {{ .Values.s }} {{ .Values.j }} {{ .Values.l }}\n");
        run.Write("prod.yaml", "a: 2\nc: 2\n");
        return run;
    }
}
