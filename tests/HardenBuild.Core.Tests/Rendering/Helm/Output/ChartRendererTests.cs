using HardenBuild.Core.Tests.Rendering.Helm.Charts;
using HardenBuild.Rendering.Helm;
using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Rendering.Helm.ChartValues;
using HardenBuild.Rendering.Helm.Output;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Rendering.Helm.Output;

public sealed class ChartRendererTests
{
    private const string Cache = "apiVersion: v2\nname: cache\nversion: 0.1.0\n";

    [Fact]
    public void Prints_what_helm_template_prints()
    {
        var output = Print(ChartFiles.Web(
            ("values.yaml", "port: 80\n"),
            ("templates/service.yaml", "kind: Service\nmetadata:\n  name: {{ .Release.Name }}\nspec:\n  port: {{ .Values.port }}\n"),
            ("templates/account.yaml", "kind: ServiceAccount\n"),
            ("templates/_helpers.tpl", "{{ define \"x\" }}{{ end }}nothing of this is printed"),
            ("templates/NOTES.txt", "Thank you for {{ .Chart.Name }}.")));

        Assert.Equal(
            """
            ---
            # Source: web/templates/account.yaml
            kind: ServiceAccount
            ---
            # Source: web/templates/service.yaml
            kind: Service
            metadata:
              name: release-name
            spec:
              port: 80

            """.ReplaceLineEndings("\n"),
            output);
    }

    [Fact]
    public void Unknown_kinds_come_last_by_name_and_equal_kinds_by_file()
    {
        var manifests = Render(ChartFiles.Web(
            ("templates/a.yaml", "kind: Zebra\n---\nkind: Deployment\nmetadata: {name: a}\n"),
            ("templates/b.yaml", "kind: Apple\n---\nkind: Deployment\nmetadata: {name: b}\n---\nkind: Namespace\n"))).Manifests;

        Assert.Equal(["Namespace/", "Deployment/a", "Deployment/b", "Apple/", "Zebra/"], manifests.Select(manifest => $"{manifest.Head.Kind}/{manifest.Head.Name}"));
    }

    [Fact]
    public void Hooks_come_after_all_others()
    {
        var files = ChartFiles.Web(
            ("templates/a.yaml", "kind: Job\nmetadata:\n  name: migrate\n  annotations: {helm.sh/hook: \"pre-install, Post-Upgrade\"}\n"),
            ("templates/b.yaml", "kind: Pod\nmetadata:\n  name: probe\n  annotations: {helm.sh/hook: test-success}\n"),
            ("templates/c.yaml", "kind: Pod\nmetadata:\n  name: lost\n  annotations: {helm.sh/hook: no-such-event}\n"),
            ("templates/d.yaml", "kind: Service\nmetadata: {name: s}\n"));

        var manifests = Render(files).Manifests;

        Assert.Equal(["s", "probe", "migrate"], manifests.Select(manifest => manifest.Head.Name));
        Assert.True(manifests[1].IsTest);
        Assert.Equal(["pre-install", "post-upgrade"], manifests[2].HookEvents);
        Assert.DoesNotContain("probe", Print(files, skipsTests: true), StringComparison.Ordinal);
    }

    [Fact]
    public void Custom_resources_are_printed_on_demand_and_as_they_stand()
    {
        var files = ChartFiles.Web(
            ("crds/a.yaml", "kind: CustomResourceDefinition # {{ not a template }}\n"),
            ("charts/cache/Chart.yaml", Cache),
            ("charts/cache/crds/b.yaml", "kind: CustomResourceDefinition\n"),
            ("templates/a.yaml", "kind: Service\n"));

        Assert.Equal("---\n# Source: web/templates/a.yaml\nkind: Service\n", Print(files));
        Assert.Equal(
            "---\n# Source: web/crds/a.yaml\nkind: CustomResourceDefinition # {{ not a template }}\n\n"
            + "---\n# Source: web/charts/cache/crds/b.yaml\nkind: CustomResourceDefinition\n\n"
            + "---\n# Source: web/templates/a.yaml\nkind: Service\n",
            Print(files, includesCustomResources: true));
    }

    [Theory]
    [InlineData("templates/a.yaml", "a")]
    [InlineData("templates/*.yaml", "a,b")]
    [InlineData("charts/cache/templates/*", "c")]
    public void Shows_only_what_is_asked_for(string pattern, string names)
    {
        var rendered = Render(ShowOnlyChart());

        var text = new TemplateOutput(rendered, HelmVersion.Default).Print([pattern], out var missing);

        Assert.Null(missing);
        Assert.Equal(names, string.Join(',', text.Split('\n').Where(line => line.StartsWith("name: ", StringComparison.Ordinal)).Select(line => line["name: ".Length..])));
    }

    [Fact]
    public void Says_which_template_is_not_there()
    {
        new TemplateOutput(Render(ShowOnlyChart()), HelmVersion.Default).Print(["templates/none.yaml"], out var missing);

        Assert.Equal("templates/none.yaml", missing);
    }

    [Fact]
    public void Templates_see_their_release_chart_and_template()
    {
        var output = Print(
            ChartFiles.Of(
                ("web/Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.2.3\nappVersion: 4\ndependencies:\n- {name: cache, version: 0.x, alias: hot}\n"),
                ("web/charts/cache/Chart.yaml", Cache),
                ("web/charts/cache/templates/c.yaml", "c: {{ .Chart.Name }} {{ .Chart.IsRoot }} {{ .Template.Name }} {{ .Template.BasePath }}\n"),
                ("web/templates/a.yaml", "a: {{ .Chart.Name }} {{ .Chart.Version }} {{ .Chart.AppVersion }} {{ .Chart.IsRoot }} {{ .Release.IsInstall }} {{ .Release.Service }} {{ .Release.Revision }} {{ .Subcharts.hot.Chart.Version }} {{ .Template.Name }}\n")));

        Assert.Contains("c: hot false web/charts/hot/templates/c.yaml web/charts/hot/templates\n", output, StringComparison.Ordinal);
        Assert.Contains("a: web 1.2.3 4 true true Helm 1 0.1.0 web/templates/a.yaml\n", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v3.18.0", true)]
    [InlineData("v4.1.0", false)]
    public void An_unknown_field_of_the_chart_is_an_error_in_Helm_3(string version, bool isError)
    {
        var rendered = Render(ChartFiles.Web(("templates/a.yaml", "a: {{ .Chart.Color }}\n")), version: version);

        Assert.Equal(isError, !rendered.Errors.IsEmpty);
    }

    [Theory]
    [InlineData("{{ .Capabilities.KubeVersion }} {{ .Capabilities.KubeVersion.Version }} {{ .Capabilities.KubeVersion.GitVersion }} {{ .Capabilities.KubeVersion.Minor }}", "v1.35.0 v1.35.0 v1.35.0 35")]
    [InlineData("{{ .Capabilities.APIVersions.Has \"apps/v1\" }} {{ .Capabilities.APIVersions.Has \"apps/v1/Deployment\" }} {{ .Capabilities.APIVersions.Has \"example.com/v1\" }}", "true false false")]
    [InlineData("{{ .Capabilities.HelmVersion.Version }}", "v4.1.4")]
    [InlineData("{{ range .Capabilities.APIVersions }}{{ if hasPrefix \"policy\" . }}{{ . }} {{ end }}{{ end }}", "policy/v1 policy/v1beta1")]
    [InlineData("{{ .Files.Get \"config/a.txt\" }} {{ .Files.Get \"none\" }}", "A\nB")]
    [InlineData("{{ range $path, $bytes := .Files.Glob \"config/*.txt\" }}{{ $path }} {{ len $bytes }} {{ toString $bytes }}{{ end }}", "config/a.txt 3 A\nB")]
    [InlineData("{{ (.Files.Glob \"config/*\").AsConfig }}", "a.txt: |-\n  A\n  B\nb.bin: ÿ")]
    [InlineData("{{ (.Files.Glob \"**.txt\").AsSecrets }}", "a.txt: QQpC")]
    [InlineData("{{ range .Files.Lines \"config/a.txt\" }}<{{ . }}>{{ end }}", "<A><B>")]
    [InlineData("{{ if .Files.Glob \"none\" }}some{{ else }}nothing{{ end }}", "nothing")]
    [InlineData("{{ .Files.Get \"templates/a.txt\" }}{{ .Files.Get \"Chart.yaml\" }}{{ .Files.Get \"values.yaml\" }}", "")]
    public void Templates_reach_capabilities_and_files(string template, string text)
    {
        var files = ChartFiles.Web(("config/a.txt", "A\nB"), ("config/b.bin", "ÿ"), ("values.yaml", "a: 1\n"), ("templates/NOTES.txt", template));

        var rendered = Render(files);

        Assert.Empty(rendered.Errors);
        Assert.Equal(text, rendered.Notes!.Content.TrimEnd());
    }

    [Fact]
    public void Files_of_a_subchart_are_its_own() =>
        Assert.Equal("", Render(ChartFiles.Web(("secret.txt", "x"), ("charts/cache/Chart.yaml", Cache), ("charts/cache/templates/a.yaml", "{{ .Files.Get \"secret.txt\" }}{{ .Files.Get \"../../secret.txt\" }}"))).Files[0].Text.Content);

    [Fact]
    public void A_parent_overrides_the_named_templates_of_its_subcharts() =>
        Assert.Contains("who: parent\n", Print(ChartFiles.Web(
            ("templates/_a.tpl", "{{ define \"who\" }}parent{{ end }}"),
            ("charts/cache/Chart.yaml", Cache),
            ("charts/cache/templates/_a.tpl", "{{ define \"who\" }}child{{ end }}"),
            ("charts/cache/templates/b.yaml", "who: {{ include \"who\" . }}\n"))), StringComparison.Ordinal);

    [Fact]
    public void A_library_gives_named_templates_only()
    {
        var output = Print(ChartFiles.Web(
            ("templates/a.yaml", "a: {{ include \"lib.name\" . }}\n"),
            ("charts/lib/Chart.yaml", "apiVersion: v2\nname: lib\nversion: 1.0.0\ntype: library\n"),
            ("charts/lib/templates/_name.tpl", "{{ define \"lib.name\" }}{{ .Chart.Name }}{{ end }}"),
            ("charts/lib/templates/never.yaml", "kind: {{ fail \"never\" }}\n")));

        Assert.Equal("---\n# Source: web/templates/a.yaml\na: web\n", output);
    }

    [Fact]
    public void What_a_template_sets_in_its_values_later_templates_see() =>
        // Deeper paths run first, then names from last to first.
        Assert.Contains("a: set by b\n", Print(ChartFiles.Web(
            ("values.yaml", "who: nobody\n"),
            ("templates/a.yaml", "a: set by {{ .Values.who }}\n"),
            ("templates/b.yaml", "{{ $_ := set .Values \"who\" \"b\" }}"))), StringComparison.Ordinal);

    [Fact]
    public void One_load_renders_the_same_again()
    {
        var chart = new ChartLoader(ChartFiles.Web(("values.yaml", "who: {name: nobody}\n"), ("templates/a.yaml", "a: {{ .Values.who.name }}{{ $_ := set .Values.who \"name\" \"b\" }}\n"))).Load("web").Chart!;

        for (var round = 0; round < 2; round++)
            Assert.Equal("a: nobody\n", ChartRenderer.Render(chart, UserValues.None, new RenderOptions(), TestContext.Current.CancellationToken).Files[0].Text.Content);
    }

    [Fact]
    public void A_failing_template_leaves_the_others()
    {
        var rendered = Render(ChartFiles.Web(
            ("templates/_h.tpl", "{{ define \"h\" }}\n{{ fail \"no way\" }}{{ end }}"),
            ("templates/a.yaml", "kind: A\n"),
            ("templates/b.yaml", "kind: B\nx: {{ include \"h\" . }}\n"),
            ("templates/c.yaml", "kind: C\n")));

        Assert.Equal(["A", "C"], rendered.Manifests.Select(manifest => manifest.Head.Kind));
        var error = Assert.Single(rendered.Errors);
        Assert.Equal(ChartErrorKind.Template, error.Kind);
        Assert.Equal("web/templates/_h.tpl", error.Location.Source.Path);
        Assert.Equal(1, error.Location.Start.Line);
        Assert.Equal("execution error at (web/templates/b.yaml:2:6): no way", error.Message);
        Assert.Equal("web/templates/b.yaml", Assert.Single(error.Includes).Source.Path);
    }

    [Fact]
    public void A_template_that_does_not_parse_leaves_the_others()
    {
        var rendered = Render(ChartFiles.Web(("templates/a.yaml", "kind: A\n"), ("templates/b.yaml", "kind: B\n\nx: {{ nosuchfunction 1 }}\n")));

        Assert.Equal(["A"], rendered.Manifests.Select(manifest => manifest.Head.Kind));
        var error = Assert.Single(rendered.Errors);
        Assert.Equal(ChartErrorKind.TemplateSyntax, error.Kind);
        Assert.Equal("parse error at (web/templates/b.yaml:3): function \"nosuchfunction\" not defined", error.Message);
        Assert.Equal(2, error.Location.Start.Line);
    }

    [Fact]
    public void What_is_not_YAML_is_an_error_at_its_template_line()
    {
        var rendered = Render(ChartFiles.Web(
            ("values.yaml", "broken: \"a: b: c\"\n"),
            ("templates/a.yaml", "kind: A\n---\nkind: B\nx:\n  {{ .Values.broken }}\n---\nkind: C\n")));

        Assert.Equal(["A", "C"], rendered.Manifests.Select(manifest => manifest.Head.Kind));
        var error = Assert.Single(rendered.Errors);
        Assert.Equal(ChartErrorKind.Manifest, error.Kind);
        Assert.StartsWith("YAML parse error on web/templates/a.yaml: error converting YAML to JSON: yaml:", error.Message, StringComparison.Ordinal);
        Assert.Equal("web/templates/a.yaml", error.Location.Source.Path);
        Assert.Equal(4, error.Location.Start.Line);
    }

    [Fact]
    public void An_annotation_that_is_no_string_is_an_error()
    {
        var rendered = Render(ChartFiles.Web(("templates/a.yaml", "kind: A\nmetadata:\n  annotations:\n    a: {b: c}\n")));

        Assert.EndsWith("json: cannot unmarshal object into Go struct field .metadata.annotations of type string", Assert.Single(rendered.Errors).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(">= 1.99", "chart requires kubeVersion: >= 1.99 which is incompatible with Kubernetes v1.35.0")]
    [InlineData(">= 1.20", null)]
    public void A_chart_may_refuse_the_version_of_Kubernetes(string range, string? message)
    {
        var rendered = Render(ChartFiles.Of(("web/Chart.yaml", $"apiVersion: v2\nname: web\nversion: 1.0.0\nkubeVersion: '{range}'\n"), ("web/templates/a.yaml", "kind: A\n")));

        Assert.Equal(message, rendered.Errors.SingleOrDefault()?.Message);
        Assert.Single(rendered.Manifests);
    }

    [Fact]
    public void Every_character_of_a_manifest_has_an_origin()
    {
        var rendered = Render(ChartFiles.Web(
            ("values.yaml", "image:\n  tag: \"1.0\"\nlabels:\n  a: b\n"),
            ("templates/_h.tpl", "{{ define \"labels\" }}\nchart: {{ .Chart.Name }}\n{{ toYaml .Values.labels }}{{ end }}"),
            ("templates/a.yaml", "kind: A\nlabels:\n  {{- include \"labels\" . | nindent 2 }}\nimage: nginx:{{ .Values.image.tag }}\n")));

        var text = Assert.Single(rendered.Manifests).Text;
        for (var i = 0; i < text.Content.Length; i++)
            Assert.NotNull(text.SegmentAt(i));
        var tag = text.SegmentAt(text.Content.IndexOf("1.0", StringComparison.Ordinal))!.Value.Origin;
        Assert.Equal("image.tag", tag.Value!.Path);
        Assert.Equal("web/values.yaml", tag.Value.Location.Source.Path);
        var label = text.SegmentAt(text.Content.IndexOf("a: b", StringComparison.Ordinal))!.Value.Origin;
        Assert.Equal("web/templates/_h.tpl", label.Place.Source.Path);
        Assert.Equal("web/templates/a.yaml", label.Caller!.Place.Source.Path);
    }

    [Fact]
    public void A_render_without_tracing_gives_the_same_text()
    {
        var files = ChartFiles.Web(("values.yaml", "a: {b: c}\n"), ("templates/a.yaml", "kind: A\n{{ range $k, $v := .Values.a }}{{ $k }}: {{ $v | quote }}\n{{ end }}x: {{ .Values.none }}\n"));

        Assert.Equal(Print(files), Print(files, isTracing: false));
    }

    [Theory]
    [InlineData("{{ define \"a\" }}{{ include \"a\" . }}{{ end }}x: {{ include \"a\" . }}")]
    [InlineData("{{ define \"a\" }}{{ template \"a\" . }}{{ end }}x: {{ template \"a\" . }}")]
    [InlineData("{{ $t := \"{{ tpl .Values.t . }}\" }}{{ $_ := set .Values \"t\" $t }}{{ tpl $t . }}")]
    [InlineData("{{ range until 100000 }}{{ range until 100000 }}{{ end }}{{ end }}")]
    [InlineData("{{ range until 1000000000 }}{{ end }}")]
    [InlineData("{{ repeat 1000000 (repeat 1000000 \"a\") }}")]
    [InlineData("{{ printf \"%1000000000d\" 1 }}")]
    [InlineData("{{ randAlphaNum 1000000000 }}")]
    [InlineData("{{ $d := dict }}{{ $_ := set $d \"self\" $d }}{{ $d }}")]
    [InlineData("{{ $d := dict }}{{ $_ := set $d \"self\" $d }}{{ deepCopy $d }}")]
    [InlineData("{{ $s := \"aaaaaaaaaa\" }}{{ range until 40 }}{{ $s = print $s $s }}{{ end }}")]
    [InlineData("{{ $l := list 1 2 3 }}{{ range until 40 }}{{ $l = concat $l $l }}{{ end }}")]
    public void Endless_templates_end_in_an_error(string template)
    {
        var rendered = Render(ChartFiles.Web(("templates/a.yaml", template), ("templates/z.yaml", "kind: Z\n")));

        Assert.Single(rendered.Errors);
        Assert.Equal("web/templates/a.yaml", rendered.Errors[0].Location.Source.Path);
        Assert.Equal(["Z"], rendered.Manifests.Select(manifest => manifest.Head.Kind));
        Assert.True(rendered.Errors[0].Message.Length < 300_000);
    }

    [Fact]
    public void A_chart_that_renders_too_much_ends_in_an_error()
    {
        var rendered = Render(
            ChartFiles.Web([.. Enumerable.Range(0, 9).Select(i => ($"templates/{i}.yaml", "a: {{ repeat 1000 \"b\" }}\n"))]),
            limits: new RenderLimits { OutputLength = 5_000 });

        Assert.Equal(ChartErrorKind.Limit, Assert.Single(rendered.Errors).Kind);
        Assert.Equal(4, rendered.Files.Length);
    }

    [Fact]
    public void Values_that_expand_without_end_are_an_error()
    {
        var bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range('b', 9).Select(c => $"{(char)c}: &{(char)c} [{string.Join(", ", Enumerable.Repeat("*" + (char)(c - 1), 10))}]\n"));

        var loaded = new ChartLoader(ChartFiles.Web(("values.yaml", bomb), ("templates/a.yaml", "kind: A\n"))).Load("web");

        Assert.Contains("excessive aliasing", Assert.Single(loaded.Errors).Message, StringComparison.Ordinal);
        Assert.NotNull(loaded.Chart);
    }

    [Fact]
    public void Cancelling_ends_a_render()
    {
        var chart = new ChartLoader(ChartFiles.Web(("templates/a.yaml", "{{ range until 100000 }}{{ range until 1000 }}{{ end }}{{ end }}"))).Load("web").Chart!;
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();

        Assert.Throws<OperationCanceledException>(() => ChartRenderer.Render(chart, UserValues.None, new RenderOptions(), cancellation.Token));
    }

    [Fact]
    public void Helm_stops_at_the_first_error()
    {
        var rendered = Render(ChartFiles.Web(("templates/a.yaml", "kind: A\n"), ("templates/b.yaml", "{{ fail \"b\" }}"), ("templates/c.yaml", "{{ fail \"c\" }}")), stops: true);

        Assert.Equal("execution error at (web/templates/c.yaml:1:3): c", Assert.Single(rendered.Errors).Message);
        Assert.Empty(rendered.Manifests);
    }

    private static ChartFiles ShowOnlyChart() => ChartFiles.Web(
        ("templates/a.yaml", "kind: A\nname: a\n"),
        ("templates/b.yaml", "kind: B\nname: b\n"),
        ("charts/cache/Chart.yaml", Cache),
        ("charts/cache/templates/c.yaml", "kind: C\nname: c\n"));

    private static RenderedChart Render(ChartFiles files, string version = "v4.1.4", bool isTracing = true, bool stops = false, RenderLimits? limits = null)
    {
        var loaded = new ChartLoader(files).Load("web");
        Assert.Empty(loaded.Errors);
        var options = new RenderOptions
        {
            Helm = HelmVersion.Parse(version)!,
            IsTracing = isTracing,
            StopsAtFirstError = stops,
            Limits = limits ?? new RenderLimits { Steps = 2_000_000 },
        };
        return ChartRenderer.Render(loaded.Chart!, UserValues.None, options, TestContext.Current.CancellationToken);
    }

    private static string Print(ChartFiles files, bool includesCustomResources = false, bool skipsTests = false, bool isTracing = true)
    {
        var rendered = Render(files, isTracing: isTracing);
        Assert.Empty(rendered.Errors);
        var output = new TemplateOutput(rendered, HelmVersion.Default) { IncludesCustomResources = includesCustomResources, SkipsTests = skipsTests };
        return output.Print([], out _);
    }
}
