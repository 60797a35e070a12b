namespace HardenBuild.Core.Tests.Rendering.Helm.Functions;

/// <summary>JSON as Go's encoding/json has it, TOML as BurntSushi's library has it.</summary>
public sealed class JsonAndTomlFunctionTests
{
    [Theory]
    [InlineData("""{{ toJson (dict "b" 1 "a" (list nil true 1.5 "x") "c" (dict) "d" (list)) }}""", """{"a":[null,true,1.5,"x"],"b":1,"c":{},"d":[]}""")]
    [InlineData("""{{ toJson "<a href='x'>&\u2028\b\f\v\\\"/é😀" }}""", "\"\\u003ca href='x'\\u003e\\u0026\\u2028\\b\\f\\u000b\\\\\\\"/é😀\"")]
    [InlineData("""{{ toRawJson "<&>\u2029" }} {{ toPrettyJson (dict "a" (list 1 (dict)) "b" (list)) }}""", "\"<&>\\u2029\" {\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": []\n}")]
    [InlineData("""{{ toJson 1e20 }} {{ toJson 1e21 }} {{ toJson 0.000001 }} {{ toJson 0.00000012 }} {{ toJson 123456789.0 }} {{ toJson (trunc 1 "é") }} {{ toJson (now) }}""", "100000000000000000000 1e+21 0.000001 1.2e-7 123456789 \"\\ufffd\" \"2020-01-01T00:00:00Z\"")]
    [InlineData("""{{ fromJson "{\"a\":{\"b\":[1,2.5e1,\"\\u00e9\\ud83d\\ude00\\/\"]}}" }} {{ fromJsonArray " [1, null] " }} {{ (mustFromJson "3") | kindOf }}""", "map[a:map[b:[1 25 é😀/]]] [1 <nil>] float64")]
    [InlineData("""{{ (fromJson "{").Error }}|{{ (fromJson "{a:1}").Error }}|{{ (fromJson "[1]").Error }}|{{ (fromJson "{} x").Error }}|{{ first (fromJsonArray "[1,]") }}|{{ (fromJson "{\"a\":tru}").Error }}|{{ (fromJson "{\"a\":01}").Error }}""", "unexpected end of JSON input|invalid character 'a' looking for beginning of object key string|json: cannot unmarshal array into Go value of type map[string]interface {}|invalid character 'x' after top-level value|invalid character ']' looking for beginning of value|invalid character '}' in literal true (expecting 'e')|invalid character '1' after object key:value pair")]
    public void Reads_and_writes_JSON(string template, string expected) => Assert.Equal(expected, TemplateRun.Text(template));

    [Theory]
    [InlineData("""{{ toToml (dict "t" (dict "x" (dict "y" 1)) "a" (list (dict "n" 1) (dict "n" 2)) "s" "q\"\n" "f" 2.0 "l" (list 1 "a" (dict "k" 1)) "q k" true "nil" nil) }}""", "f = 2.0\nl = [1, \"a\", {k = 1}]\n\"q k\" = true\ns = \"q\\\"\\n\"\n\n[[a]]\n  n = 1\n\n[[a]]\n  n = 2\n\n[t]\n  [t.x]\n    y = 1\n")]
    [InlineData("""{{ toToml (list 1) }}|{{ toToml (dict "a" (list nil)) }}""", "toml: top-level values must be Go maps or structs|toml: cannot encode array with nil element")]
    [InlineData("""{{ fromToml "a = 0x1F # c\nb.c = 'l\\n'\n[t.\"x y\"]\nd = [1,\n 2.5, ]\ni = { p = true, q = \"\\u00e9\" }\n[[r]]\nn = 1\n[[r]]\nn = 1_000\n" | toJson }}""", """{"a":31,"b":{"c":"l\\n"},"r":[{"n":1},{"n":1000}],"t":{"x y":{"d":[1,2.5],"i":{"p":true,"q":"é"}}}}""")]
    [InlineData("{{ (fromToml \"s = \\\"\\\"\\\"\\na\\\\\\n   b\\\"\\\"\\\"\\nd = 2020-01-02T03:04:05Z\\ne = 1e3\\nf = -inf\").s }} {{ fromToml \"d = 2020-01-02 03:04:05\" | toYaml }}", "ab d: \"2020-01-02T03:04:05Z\"")]
    [InlineData("""{{ (fromToml "a = 1\na = 2").Error }}|{{ (fromToml "a").Error }}|{{ (fromToml "a = 01").Error }}""", "toml: line 2: Key 'a' has already been defined.|toml: line 1: unexpected EOF; expected '='|toml: line 1: expected value but found \"01\" instead")]
    public void Reads_and_writes_TOML(string template, string expected) => Assert.Equal(expected, TemplateRun.Text(template));
}
