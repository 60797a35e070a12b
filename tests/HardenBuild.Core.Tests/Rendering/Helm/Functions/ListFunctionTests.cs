namespace HardenBuild.Core.Tests.Rendering.Helm.Functions;

/// <summary>Lists, with the outputs of Sprig's documentation and of Go.</summary>
public sealed class ListFunctionTests
{
    [Theory]
    [InlineData("{{ $l := list 1 2 3 4 5 }}{{ first $l }} {{ rest $l }} {{ last $l }} {{ initial $l }}", "1 [2 3 4 5] 5 [1 2 3 4]")]
    [InlineData("{{ $l := list 1 2 }}{{ append $l 3 }} {{ prepend $l 0 }} {{ push $l 4 }} {{ $l }}", "[1 2 3] [0 1 2] [1 2 4] [1 2]")]
    [InlineData("{{ concat (list 1 2) (list 3) (list) | reverse }} {{ concat }}", "[3 2 1] []")]
    [InlineData("""{{ list 1 1 1 2 "a" "a" (list 1) (list 1) 1.0 | uniq }} {{ without (list 1 2 3 4) 1 3 }} {{ without (list 1 "1") "1" }}""", "[1 2 a [1] 1] [2 4] [1]")]
    [InlineData("""{{ has 4 (list 1 4) }} {{ has "4" (list 1 4) }} {{ has (dict "a" 1) (list (dict "a" 1)) }} {{ has 1 nil }}""", "true false true false")]
    [InlineData("""{{ list 1 "a" 0 "" nil false (list) | compact }} {{ compact (list) }}""", "[1 a] []")]
    [InlineData("{{ $l := list 1 2 3 4 5 }}{{ slice $l }} {{ slice $l 3 }} {{ slice $l 1 3 }} {{ slice $l 0 0 }}|{{ slice (list) }}", "[1 2 3 4 5] [4 5] [2 3] []|")]
    [InlineData("{{ chunk 3 (list 1 2 3 4 5 6 7 8) }} {{ chunk 2 (list) }}", "[[1 2 3] [4 5 6] [7 8]] []")]
    [InlineData("""{{ sortAlpha (list "b" "A" "a" 10 9 nil) }} {{ sortAlpha "x" }} {{ reverse (splitList "," "a,b") }}""", "[10 9 A a b] [x] [b a]")]
    [InlineData("{{ until 5 }} {{ until -3 }} {{ until 0 }} {{ untilStep 3 6 2 }} {{ untilStep 6 3 1 }} {{ untilStep 1 5 0 }}", "[0 1 2 3 4] [0 -1 -2] [] [3 5] [] []")]
    [InlineData("{{ seq 5 }}|{{ seq -3 }}|{{ seq 0 2 }}|{{ seq 2 -2 }}|{{ seq 0 2 10 }}|{{ seq 0 -2 -5 }}|{{ seq }}|{{ seq 5 2 1 }}", "1 2 3 4 5|1 0 -1 -2 -3|0 1 2|2 1 0 -1 -2|0 2 4 6 8 10|0 -2 -4||")]
    [InlineData("""{{ first "abc" | default "x" }}""", """template: c/templates/p.yaml:1:3: executing "c/templates/p.yaml" at <first "abc">: error calling first: Cannot find first on type string""")]
    [InlineData("{{ mustAppend 1 2 }}", """template: c/templates/p.yaml:1:3: executing "c/templates/p.yaml" at <mustAppend 1 2>: error calling mustAppend: Cannot push on type int""")]
    [InlineData("{{ slice (list 1 2) 1 5 }}", """template: c/templates/p.yaml:1:3: executing "c/templates/p.yaml" at <slice (list 1 2) 1 5>: error calling slice: reflect.Value.Slice: slice index out of bounds""")]
    public void Works_on_lists(string template, string expected) => Assert.Equal(expected, TemplateRun.Text(template));

    [Theory]
    [InlineData("{{ until 100000000 }}")]
    [InlineData("{{ untilStep 0 9223372036854775807 1 }}")]
    [InlineData("{{ seq 0 1 2000000000 }}")]
    public void Refuses_lists_without_end(string template) => Assert.EndsWith("a list would have more than 1,000,000 items", TemplateRun.Text(template));
}
