using System.Globalization;
using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Core.Tests.Yaml;

public sealed class YamlMappingTests
{
    [Fact]
    public void Follows_a_path_through_aliases() =>
        Assert.Equal("1", Root("a: &a\n  b:\n    c: 1\nd: *a\n").At("d", "b", "c")!.AsScalar!.Value);

    [Theory]
    [InlineData("a: 1")]
    [InlineData("a: [b]")]
    [InlineData("a: {c: 1}")]
    [InlineData("a:")]
    [InlineData("[a]")]
    public void Path_that_does_not_exist_is_null(string text) => Assert.Null(Root(text).At("a", "b"));

    [Fact]
    public void Own_key_wins_over_a_merged_one_wherever_the_merge_key_stands() =>
        Assert.Equal("own", Root("base: &b {k: merged}\nx:\n  <<: *b\n  k: own\n").At("x", "k")!.AsScalar!.Value);

    [Fact]
    public void Earlier_merged_mapping_wins()
    {
        var root = Root("a: &a {k: 1}\nb: &b {k: 2, l: 2}\nx:\n  <<: [*a, *b]\n");

        Assert.Equal("1", root.At("x", "k")!.AsScalar!.Value);
        Assert.Equal("2", root.At("x", "l")!.AsScalar!.Value);
    }

    [Fact]
    public void Merges_through_several_levels() =>
        Assert.Equal("1", Root("a: &a {k: 1}\nb: &b\n  <<: *a\nx:\n  <<: *b\n").At("x", "k")!.AsScalar!.Value);

    [Fact]
    public void Quoted_merge_key_is_an_ordinary_key() =>
        Assert.Null(Root("a: &a {k: 1}\nx:\n  '<<': *a\n").At("x", "k"));

    [Fact]
    public void Merge_of_a_mapping_with_itself_ends() =>
        Assert.Null(Root("x: &x\n  <<: *x\n").At("x", "k"));

    [Fact]
    public void Effective_members_are_own_ones_then_new_merged_ones()
    {
        var x = Root("a: &a {k: 1, l: 2}\nx:\n  <<: *a\n  l: own\n  m: 3\n").At("x")!.AsMapping!;

        Assert.Equal(["l=own", "m=3", "k=1"], x.EffectiveMembers().Select(member => $"{member.Key!.Value}={member.Value.AsScalar!.Value}"));
    }

    [Fact]
    public void Merge_bomb_costs_a_bounded_look_up()
    {
        var text = "m0: &m0 {k: 1}\n";
        for (var i = 1; i < 9; i++)
            text += string.Create(CultureInfo.InvariantCulture, $"m{i}: &m{i}\n  <<: [*m{i - 1}, *m{i - 1}, *m{i - 1}]\n");

        Assert.Null(Root(text).At("m8", "absent"));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(40)]
    public void Finds_every_key(int count)
    {
        var root = (YamlMapping)Root(string.Concat(Enumerable.Range(0, count).Select(i => $"k{i}: {i}\n")));

        for (var i = 0; i < count; i++)
            Assert.Equal(i, root[$"k{i}"]!.AsScalar!.AsInteger);
        Assert.Null(root.Find("k"));
    }

    [Fact]
    public void Key_that_is_a_collection_has_no_scalar() =>
        Assert.Null(((YamlMapping)Root("? [a]\n: b\n")).Members[0].Key);

    [Theory]
    [InlineData(2)]
    [InlineData(20)]
    public void First_of_two_equal_keys_counts(int count)
    {
        var root = (YamlMapping)Root("k0: first\n" + string.Concat(Enumerable.Range(0, count).Select(i => $"k{i}: {i}\n")));

        Assert.Equal("first", root["k0"]!.AsScalar!.Value);
    }

    private static YamlNode Root(string text) => YamlDump.Parse(text).Documents[0].Root!;
}
