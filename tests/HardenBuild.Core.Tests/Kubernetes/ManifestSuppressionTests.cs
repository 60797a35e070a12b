namespace HardenBuild.Core.Tests.Kubernetes;

/// <summary>Our own comments and annotation in manifests.</summary>
public sealed class ManifestSuppressionTests
{
    private const string Comment = "# hardenbuild:disable=HB3001 -- why";

    [Theory]
    [InlineData(9)]
    [InlineData(8)]
    [InlineData(6)]
    [InlineData(5)]
    [InlineData(4)]
    [InlineData(0)]
    public void A_comment_silences_the_block_below_it(int above)
    {
        var reported = ManifestScan.Run(With(PrivilegedPod, above, Comment), ["HB3001"]);

        Assert.Empty(ManifestScan.Reported(reported));
        Assert.Equal("why", Assert.Single(reported).SuppressedBy);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void A_comment_above_another_block_silences_nothing_and_is_reported(int above) =>
        Assert.Equal([$"HB0005@{above + 1}", "HB3001@11"], ManifestScan.Reported(ManifestScan.Run(With(PrivilegedPod, above, Comment), ["HB3001"])));

    [Fact]
    public void A_comment_behind_code_silences_its_line_only()
    {
        Assert.Empty(ManifestScan.Reported(ManifestScan.Run(PrivilegedPod.Replace("privileged: true", "privileged: true " + Comment, StringComparison.Ordinal), ["HB3001"])));
        Assert.Equal(
            ["HB0005@7", "HB3001@10"],
            ManifestScan.Reported(ManifestScan.Run(PrivilegedPod.Replace("- name: web", "- name: web " + Comment, StringComparison.Ordinal), ["HB3001"])));
    }

    [Theory]
    [InlineData("#c\n---\n@---\n@", "HB3001@23")]
    [InlineData("---\n#c\n@---\n@", "HB3001@23")]
    [InlineData("@#c\n---\n@", "HB3001@10")]
    [InlineData("@---\n#c\n\n@", "HB3001@10")]
    public void A_comment_above_a_document_silences_that_document(string file, string left)
    {
        var text = file.Replace("@", PrivilegedPod, StringComparison.Ordinal).Replace("#c", Comment, StringComparison.Ordinal);
        var reported = ManifestScan.Run(text, ["HB3001"]);

        Assert.Single(ManifestScan.Silenced(reported));
        Assert.Equal([left], ManifestScan.Reported(reported));
    }

    [Fact]
    public void The_whole_file_is_silenced_from_anywhere_in_it()
    {
        var text = PrivilegedPod + "---\n" + PrivilegedPod + "# hardenbuild:disable-file=HB3001 -- node tools\n";

        Assert.Empty(ManifestScan.Reported(ManifestScan.Run(text, ["HB3001"])));
    }

    [Fact]
    public void A_comment_above_an_item_of_a_list_silences_that_object()
    {
        var item = string.Concat(PrivilegedPod.TrimEnd('\n').Split('\n').Select(static (line, i) => (i == 0 ? "- " : "  ") + line + "\n"));
        var text = "apiVersion: v1\nkind: List\nitems:\n" + item + Comment + "\n" + item;

        Assert.Equal(["HB3001@13"], ManifestScan.Reported(ManifestScan.Run(text, ["HB3001"])));
    }

    [Theory]
    [InlineData("'HB3001 -- why'", "why")]
    [InlineData("HB3001,HB3006", "")]
    [InlineData("ContainerPrivileged -- 'quoted'", "'quoted'")]
    public void The_annotation_silences_its_object(string value, string reason)
    {
        var text = PrivilegedPod + "---\n" + Annotated("hardenbuild.dev/disable: " + value);
        var reported = ManifestScan.Run(text, ["HB3001"]);

        Assert.Equal(["HB3001@10"], ManifestScan.Reported(reported).Where(static finding => !finding.StartsWith("HB0", StringComparison.Ordinal)));
        Assert.Equal(reason, Assert.Single(reported, static finding => finding.IsSuppressed).SuppressedBy);
    }

    [Fact]
    public void The_annotation_works_in_json()
    {
        var json = """
            {"apiVersion": "v1", "kind": "Pod",
             "metadata": {"name": "shop", "annotations": {"hardenbuild.dev/disable": "HB3001,HB3021 -- why"}},
             "spec": {"containers": [{"name": "web", "image": "web:1.0",
               "securityContext": {"privileged": true}}]}}
            """;

        Assert.Equal(["HB0005@2"], ManifestScan.Reported(ManifestScan.Run(json, ["HB3001", "HB3021"])));
    }

    [Fact]
    public void An_annotation_that_names_no_rule_is_reported() =>
        Assert.Equal(["HB0010@6", "HB3001@12"], ManifestScan.Reported(ManifestScan.Run(Annotated("hardenbuild.dev/disable: HB9999"), ["HB3001"])));

    [Fact]
    public void A_gap_moves_to_the_first_container_that_nobody_silenced()
    {
        var reported = ManifestScan.Run(Manifests.Pod("containers:\n  # hardenbuild:disable=HB3040 -- writes\n  - name: a\n    image: a:1\n  - name: b\n    image: b:1\n  - name: c\n    image: c:1\n"), ["HB3040"]);

        Assert.Equal(["HB3040@10"], ManifestScan.Reported(reported));
        Assert.Equal(["HB3040@8"], ManifestScan.Silenced(reported));
        var left = Assert.Single(reported, static finding => !finding.IsSuppressed).Finding;
        Assert.Equal(("b", "Pod/shop/container/b"), (left.Arguments[0], left.LogicalPath));
        Assert.Equal([11], left.Related.Select(static place => place.Location.Start.Line));
    }

    [Fact]
    public void A_gap_may_be_silenced_for_a_container_that_is_not_the_first()
    {
        var reported = ManifestScan.Run(Manifests.Pod("containers:\n  - name: a\n    image: a:1\n  # hardenbuild:disable=HB3040 -- writes\n  - name: b\n    image: b:1\n"), ["HB3040"]);

        Assert.Equal(["HB3040@7"], ManifestScan.Reported(reported));
        Assert.Equal(["HB3040@10"], ManifestScan.Silenced(reported));
        Assert.All(reported, static finding => Assert.Empty(finding.Finding.Related));
    }

    [Fact]
    public void A_gap_is_one_silenced_finding_when_all_containers_are()
    {
        var reported = ManifestScan.Run(Manifests.Pod("# hardenbuild:disable=HB3040 -- all write\ncontainers:\n  - name: a\n    image: a:1\n  - name: b\n    image: b:1\n"), ["HB3040"]);

        Assert.Single(Assert.Single(reported).Finding.Related);
        Assert.Equal("all write", Assert.Single(reported).SuppressedBy);
    }

    [Fact]
    public void Suppressions_of_rules_that_are_off_are_not_called_unused() =>
        Assert.Empty(ManifestScan.Reported(ManifestScan.Run(Annotated("hardenbuild.dev/disable: HB3002"), ["HB3002"])));

    private const string PrivilegedPod = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: shop\nspec:\n  containers:\n  - name: web\n    image: web:1.0\n    securityContext:\n      privileged: true\n";

    private static string Annotated(string annotation) =>
        PrivilegedPod.Replace("  name: shop\n", "  name: shop\n  annotations:\n    " + annotation + "\n", StringComparison.Ordinal);

    /// <summary>The text with a line inserted above its line of this index.</summary>
    private static string With(string text, int above, string line)
    {
        var lines = text.Split('\n').ToList();
        lines.Insert(above, line);
        return string.Join('\n', lines);
    }
}
