namespace HardenBuild.Core.Tests.Rendering.Helm.Functions;

/// <summary>Numbers, with the outputs of Go.</summary>
public sealed class NumberFunctionTests
{
    [Theory]
    [InlineData("""{{ int "8.0" }} {{ int "8.5" }} {{ int 8.9 }} {{ int -8.9 }} {{ int "-0x1F" }} {{ int "0b11" }} {{ int "0o17" }} {{ int " 1" }} {{ int "1_000" }} {{ int (list) }} {{ int "" }}""", "8 0 8 -8 -31 3 15 0 0 0 0")]
    [InlineData("""{{ float64 "1e3" }} {{ float64 "0x10" }} {{ float64 true }} {{ float64 nil }} {{ float64 "3.14159" }} {{ int64 "9223372036854775807" }} {{ int64 "9223372036854775808" }}""", "1000 0 1 0 3.14159 9223372036854775807 0")]
    [InlineData("""{{ atoi "-5" }} {{ atoi "5.0" }} {{ atoi "0x1" }} {{ toDecimal "0777" }} {{ toDecimal 777 }} {{ toDecimal "9" }}""", "-5 0 0 511 511 0")]
    [InlineData("""{{ add }} {{ add "2" 3.7 true }} {{ add1 "x" }} {{ sub 1 2 }} {{ mul 2 "3" 4 }} {{ mod 10 -3 }} {{ div -9 2 }} {{ max 1 "5" 3 }} {{ min -1 0 }} {{ biggest 1 2 }}""", "0 6 1 -1 24 1 -4 5 -1 2")]
    [InlineData("""{{ addf 0.1 0.2 }} {{ add1f 0.5 }} {{ subf 7.5 2 3 }} {{ mulf 1.5 2 2 }} {{ divf 10 2 4 }} {{ divf 1 3 }} {{ maxf 1 2.5 3 }} {{ minf 1.5 2 }}""", "0.3 1.5 2.5 6 1.25 0.3333333333333333 3 1.5")]
    [InlineData("""{{ floor 123.9999 }} {{ ceil 123.001 }} {{ round 123.555555 3 }} {{ round 1.5 0 }} {{ round "2.34" 1 }} {{ floor "x" }} {{ round 123.5555 3 0.1 }}""", "123 124 123.556 2 2.3 0 123.556")]
    [InlineData("""{{ kindOf (int 1) }} {{ kindOf (int64 1) }} {{ kindOf (add 1) }} {{ kindOf (floor 1) }} {{ kindOf (atoi "1") }} {{ typeOf (until 1) }} {{ kindOf (index (until 1) 0) }}""", "int int64 int64 float64 int []int int")]
    [InlineData("{{ randInt 5 10 }} {{ mul 9223372036854775807 2 }} {{ div (sub (mul -1 9223372036854775807) 1) -1 }}", "5 -2 -9223372036854775808")]
    [InlineData("{{ divf 1 0 }}", """template: c/templates/p.yaml:1:3: executing "c/templates/p.yaml" at <divf 1 0>: error calling divf: decimal division by 0""")]
    public void Calculates(string template, string expected) => Assert.Equal(expected, TemplateRun.Text(template));
}
