using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Rendering.Helm.ChartValues;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Core.Tests.Rendering.Helm.ChartValues;

public sealed class SetParserTests
{
    [Theory]
    [InlineData("a=b", "map[a:string(b)]")]
    [InlineData("a=1,b=2", "map[a:int64(1) b:int64(2)]")]
    [InlineData("a.b.c=x", "map[a:map[b:map[c:string(x)]]]")]
    [InlineData("a=true,b=False,c=null", "map[a:bool(true) b:bool(false) c:nil]")]
    [InlineData("a=0123", "map[a:string(0123)]")]
    [InlineData("a=0", "map[a:int64(0)]")]
    [InlineData("a=-5,b=+5", "map[a:int64(-5) b:int64(5)]")]
    [InlineData("a=1.5,b=1e3", "map[a:string(1.5) b:string(1e3)]")]
    [InlineData("a=99999999999999999999", "map[a:string(99999999999999999999)]")]
    [InlineData("a=", "map[a:string()]")]
    [InlineData("a=,b=1", "map[a:string() b:int64(1)]")]
    [InlineData("a={x,y,1}", "map[a:[string(x) string(y) int64(1)]]")]
    [InlineData("a={},b=1", "map[a:[string()] b:int64(1)]")]
    [InlineData("a={x},b=1", "map[a:[string(x)] b:int64(1)]")]
    [InlineData("a[0]=x,a[1]=y", "map[a:[string(x) string(y)]]")]
    [InlineData("a[2]=x", "map[a:[nil nil string(x)]]")]
    [InlineData("a[0].b=x,a[0].c=y", "map[a:[map[b:string(x) c:string(y)]]]")]
    [InlineData("a[0][1]=x", "map[a:[[nil string(x)]]]")]
    [InlineData("a[1]={x,y}", "map[a:[nil [string(x) string(y)]]]")]
    [InlineData(@"a=b\,c", "map[a:string(b,c)]")]
    [InlineData(@"a\.b=c", "map[a.b:string(c)]")]
    [InlineData(@"a=b\=c", "map[a:string(b=c)]")]
    [InlineData("a=b=c", "map[a:string(b=c)]")]
    [InlineData("a=one two", "map[a:string(one two)]")]
    [InlineData("=x,a=1", "map[a:int64(1)]")]
    [InlineData("", "map[]")]
    public void Reads_typed_values(string text, string values) => Assert.Equal(values, Read(SetArgumentKind.Typed, text));

    [Theory]
    [InlineData("a=1,b=true,c={1,null}", "map[a:string(1) b:string(true) c:[string(1) string(null)]]")]
    public void Reads_strings(string text, string values) => Assert.Equal(values, Read(SetArgumentKind.Text, text));

    [Fact]
    public void Reads_files()
    {
        var values = new GoMap();
        SetParser.Apply(new SetArgument(SetArgumentKind.File, "a.b=one.txt,c={one.txt,two.txt},d=") { ReadFile = static path => "<" + path + ">" }, values);

        Assert.Equal("map[a:map[b:<one.txt>] c:[<one.txt> <two.txt>] d:]", GoPrinter.Print(values));
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_an_error() => Assert.Equal(
        "failed parsing --set-file data: open gone.txt: the file cannot be read",
        Assert.Throws<ChartException>(() => SetParser.Apply(new SetArgument(SetArgumentKind.File, "a=gone.txt") { ReadFile = static _ => null }, new GoMap())).Message);

    [Theory]
    [InlineData("a=b,c=d{e}", "map[a:string(b,c=d{e})]")]
    [InlineData("a.b[1]=x\\y", "map[a:map[b:[nil string(x\\y)]]]")]
    public void Reads_literals(string text, string values) => Assert.Equal(values, Read(SetArgumentKind.Literal, text));

    [Theory]
    [InlineData("a={\"b\":[1,true,null,\"x,y\"]} ,c.d=\"z\"", "map[a:map[b:[float64(1) bool(true) nil string(x,y)]] c:map[d:string(z)]]")]
    [InlineData("a=,b=1", "map[a:nil b:float64(1)]")]
    [InlineData("a[1]={}", "map[a:[nil map[]]]")]
    public void Reads_json(string text, string values) => Assert.Equal(values, Read(SetArgumentKind.Json, text));

    [Fact]
    public void Reads_one_json_object() =>
        Assert.Equal("map[a:map[b:float64(1)]]", Show(new UserValues([], [new SetArgument(SetArgumentKind.Json, """ {"a": {"b": 1}} """)]).Read()));

    [Theory]
    [InlineData("a", "key \"a\" has no value")]
    [InlineData("a,b=1", "key \"a\" has no value (cannot end with ,)")]
    [InlineData("a={x", "list must terminate with '}'")]
    [InlineData("a[x]=1", "error parsing index: strconv.Atoi: parsing \"x\": invalid syntax")]
    [InlineData("a[-1]=1", "negative -1 index not allowed")]
    [InlineData("a[65537]=1", "index of 65537 is greater than maximum supported index of 65536")]
    [InlineData("a[0]x=1", "unexpected data at end of array index: \"x\"")]
    [InlineData("a=1,a.b=2", "unable to parse key: interface conversion: interface {} is int64, not map[string]interface {}")]
    [InlineData("a=1,a[0]=2", "unable to parse key: interface conversion: interface {} is int64, not []interface {}")]
    [InlineData("a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s.t.u.v.w.x.y.z.a.b.c.d.e.f=1", "value name nested level is greater than maximum supported nested level of 30")]
    public void Says_what_Helm_says(string text, string message) =>
        Assert.Equal("failed parsing --set data: " + message, Assert.Throws<ChartException>(() => Read(SetArgumentKind.Typed, text)).Message);

    [Fact]
    public void Values_know_their_argument()
    {
        var values = new GoMap();
        SetParser.Apply(new SetArgument(SetArgumentKind.Typed, "a=1,image.tag=1.2"), values);

        var origin = Assert.IsType<GoMap>(values.Entries["image"]).Entries["tag"].Origin!;
        Assert.Equal("--set", origin.Location.Source.Path);
        Assert.Equal("1.2", origin.Location.Source.Substring(origin.Location.Span));
        Assert.Equal("image.tag", origin.Path);
    }

    [Fact]
    public void Any_text_ends_in_values_or_an_error()
    {
        const string Alphabet = "ab.[]={},\\0129 ";
        var random = new Random(11);
        for (var round = 0; round < 5_000; round++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(12)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
            foreach (var kind in Enum.GetValues<SetArgumentKind>())
            {
                try
                {
                    Assert.NotNull(Read(kind, text));
                }
                catch (ChartException e)
                {
                    Assert.StartsWith("failed parsing --set", e.Message, StringComparison.Ordinal);
                }
            }
        }
    }

    internal static string Show(GoValue value) => value switch
    {
        GoMap map => "map[" + string.Join(' ', map.SortedKeys().Select(key => key + ":" + Show(map.Entries[key]))) + "]",
        GoList list => "[" + string.Join(' ', list.Items.Select(Show)) + "]",
        GoString text => $"string({text.Value})",
        GoInteger number => $"{number.TypeName}({number.Value})",
        GoFloat number => $"float64({number.Value})",
        GoBoolean flag => flag.Value ? "bool(true)" : "bool(false)",
        _ => "nil",
    };

    private static string Read(SetArgumentKind kind, string text)
    {
        var values = new GoMap();
        SetParser.Apply(new SetArgument(kind, text), values);
        return Show(values);
    }
}
