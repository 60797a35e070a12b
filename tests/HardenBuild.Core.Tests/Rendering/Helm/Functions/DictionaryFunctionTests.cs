using HardenBuild.Rendering.Helm;
using HardenBuild.Rendering.Helm.Evaluation;

namespace HardenBuild.Core.Tests.Rendering.Helm.Functions;

/// <summary>Maps, with the outputs of Sprig's documentation and of Go.</summary>
public sealed class DictionaryFunctionTests
{
    [Theory]
    [InlineData("""{{ dict "a" 1 2 "b" "c" }} {{ get (dict "a" nil) "a" }}|{{ hasKey (dict "a" nil) "a" }} {{ unset (dict "a" 1 "b" 2) "a" }}""", "map[2:b a:1 c:] |true map[b:2]")]
    [InlineData("""{{ pluck "n" (dict "n" 1) (dict "x" 2) (dict "n" 3) }} {{ keys (dict "b" 1) (dict "a" 2) }} {{ values (dict "b" 1 "a" 2) }}""", "[1 3] [b a] [2 1]")]
    [InlineData("""{{ pick (dict "a" 1 "b" 2) "a" "z" }} {{ omit (dict "a" 1 "b" 2) "a" "z" }}""", "map[a:1] map[b:2]")]
    [InlineData("""{{ $d := dict "a" (dict "b" (dict "c" 1)) }}{{ dig "a" "b" "c" "x" $d }} {{ dig "a" "z" "c" "x" $d }} {{ dig "a" "x" $d }}""", "1 x map[b:map[c:1]]")]
    [InlineData("""{{ $a := dict "x" (dict "y" 1) }}{{ $b := deepCopy $a }}{{ $_ := set $b.x "y" 2 }}{{ $a }}{{ $b }}""", "map[x:map[y:1]]map[x:map[y:2]]")]
    [InlineData("""{{ dig "a" "x" (set .Values "a" 1) }} {{ dig "b" "x" (merge .Values (dict)) }} {{ .Values.a }}""", "1 x 1")]
    public void Works_on_maps(string template, string expected) => Assert.Equal(expected, TemplateRun.Text(template));

    [Theory]
    // Nothing fills with nothing, and a null never does.
    [InlineData("""{{ merge (dict "a" "") (dict "a" false) }} {{ merge (dict) (dict "a" nil "b" 1) }} {{ merge (dict "a" nil) (dict "a" nil) }}""", "map[a:false] map[b:1] map[a:<nil>]")]
    [InlineData("""{{ merge (dict "a" (list)) (dict "a" (list 1)) }} {{ merge (dict "a" (list 1)) (dict "a" (list 2)) }} {{ merge (dict "a" 1) (dict "a" (dict "b" 2)) }}""", "map[a:[1]] map[a:[1]] map[a:1]")]
    [InlineData("""{{ merge (dict "a" (dict "b" 1)) (dict "a" (dict "b" 2 "c" 3)) (dict "a" (dict "d" 4) "e" 5) }}""", "map[a:map[b:1 c:3 d:4] e:5]")]
    [InlineData("""{{ mergeOverwrite (dict "a" (dict "b" 1 "c" 2)) (dict "a" (dict "b" 0)) }} {{ mergeOverwrite (dict "a" (dict "b" 1)) (dict "a" 1) }} {{ mergeOverwrite (dict "a" 1) (dict "a" (dict "b" 1)) }}""", "map[a:map[b:0 c:2]] map[a:1] map[a:map[b:1]]")]
    // What is taken over is shared, not copied.
    [InlineData("""{{ $s := dict "a" (dict "b" 1) }}{{ $d := merge (dict) $s }}{{ $_ := set $d.a "b" 2 }}{{ $s }}""", "map[a:map[b:2]]")]
    [InlineData("""{{ $d := dict "a" 1 }}{{ $_ := merge $d (dict "b" 2) }}{{ $d }}""", "map[a:1 b:2]")]
    public void Merges(string template, string expected) => Assert.Equal(expected, TemplateRun.Text(template));

    [Theory]
    [InlineData("""{{ $d := dict }}{{ $_ := set $d "self" $d }}{{ deepCopy $d }}""")]
    [InlineData("""{{ $d := dict }}{{ $_ := set $d "self" $d }}{{ $e := dict }}{{ $_ := set $e "self" $e }}{{ merge $d $e }}""")]
    [InlineData("""{{ $d := dict "a" 1 }}{{ range until 40 }}{{ $d = dict "l" $d "r" $d }}{{ end }}{{ deepCopy $d }}""")]
    [InlineData("""{{ $d := dict "a" 1 }}{{ range until 40 }}{{ $d = dict "l" $d "r" $d }}{{ end }}{{ toYaml $d }}""")]
    [InlineData("""{{ $d := dict "a" 1 }}{{ range until 40 }}{{ $d = dict "l" $d "r" $d }}{{ end }}{{ toJson $d }}""")]
    public void Ends_at_maps_that_hold_themselves_or_grow_without_end(string template)
    {
        var limits = new RenderLimits { Steps = 200_000, StringLength = 1 << 20 };

        var exception = Assert.Throws<TemplateExecutionException>(() => TemplateRun.Render(template, limits: limits));
        Assert.Matches("nests too deep|nested too deeply|more than|longer than", exception.Message);
    }

    [Fact]
    public void Writes_nothing_for_a_map_that_holds_itself() =>
        Assert.Equal("||", TemplateRun.Text("""{{ $d := dict }}{{ $_ := set $d "l" (list $d) }}{{ toYaml $d }}|{{ toJson $d }}|{{ toPrettyJson $d }}"""));
}
