namespace HardenBuild.Core.Tests.Rendering.Helm;

/// <summary>Go's <c>fmt</c>, from the documentation of the package.</summary>
public sealed class FormatTests
{
    [Theory]
    [InlineData("%d|%5d|%-5d|%05d|%+d|% d|%x|%X|%#x|%o|%#o|%O|%b|%c|%q|%U|%#U", "42 42 42 42 42 42 42 42 42 8 8 8 5 65 65 65 65", "42|   42|42   |00042|+42| 42|2a|2A|0x2a|10|010|0o10|101|A|'A'|U+0041|U+0041 'A'")]
    [InlineData("%d|%05d|%.3d|%6.3d|%.0d|%x", "-42 -42 -42 -42 0 -255", "-42|-0042|-042|  -042||-ff")]
    [InlineData("%f|%.2f|%8.2f|%-8.2f|%08.2f|%+.1f|%e|%.2e|%E|%g|%G|%.3g|%.10g", "1.5 1.005 3.14159 3.14159 -3.14159 2.0 1234.5678 1234.5678 1234.5678 1e21 1e-7 1234.5678 0.1", "1.500000|1.00|    3.14|3.14    |-0003.14|+2.0|1.234568e+03|1.23e+03|1.234568E+03|1e+21|1E-07|1.23e+03|0.1")]
    [InlineData("%.0f|%.0f|%.0f|%.1f|%.20f", "0.5 1.5 2.5 0.25 0.1", "0|2|2|0.2|0.10000000000000000555")]
    [InlineData("%v|%v|%v|%v|%v|%g", "1e6 123456789.0 0.0001 0.00001 100000.0 1e20", "1e+06|1.23456789e+08|0.0001|1e-05|100000|1e+20")]
    [InlineData("%#g|%#.3g|%#v|%x|%b", "1.0 2.0 3.0 1.0 1.0", "1.00000|2.00|3|0x1p+00|4503599627370496p-52")]
    [InlineData("%s|%5s|%-5s|%05s|%.2s|%q|%#q|%x|%X|% x|%#x|%+q", "\"ab\" \"ab\" \"ab\" \"ab\" \"abc\" \"a\\\"b\" \"ab\" \"ab\" \"\u00e9\" \"ab\" \"ab\" \"\u00e9\"", "ab|   ab|ab   |000ab|ab|\"a\\\"b\"|`ab`|6162|C3A9|61 62|0x6162|\"\\u00e9\"")]
    [InlineData("%5.1s|%v|%T|%T|%T|%T|%T", "\"\u00e9\u00e8\" \"a\" \"a\" 1 1.5 true nil", "    \u00e9|a|string|int|float64|bool|<nil>")]
    [InlineData("%t|%v|%5t|%d|%s", "true false true true 1", "true|false| true|%!d(bool=true)|%!s(int=1)")]
    [InlineData("%v|%s|%d|%q|%#v", "(list 1 \"a\") (list 1 \"a\") (list 1 \"a\") (list \"a\" \"b\") (list 1 \"a\" nil)", "[1 a]|[%!s(int=1) a]|[1 %!d(string=a)]|[\"a\" \"b\"]|[]interface {}{1, \"a\", interface {}(nil)}")]
    [InlineData("%v|%s|%+v|%#v", "(dict \"b\" 1 \"a\" nil) (dict \"b\" 1) (dict \"b\" 1) (dict \"b\" 1)", "map[a:<nil> b:1]|map[b:%!s(int=1)]|map[b:1]|map[string]interface {}{\"b\":1}")]
    [InlineData("%[2]d %[1]d|%[1]d", "1 2", "2 1|1")]
    [InlineData("%[3]*.[2]*[1]f|", "12.0 2 6", " 12.00|")]
    [InlineData("%[5]d|%[x]d|%[]d|%[1d", "1", "%!d(BADINDEX)|%!d(BADINDEX)|%!d(BADINDEX)|%!d(BADINDEX)")]
    [InlineData("%*d|%-*d|%.*f|%*d", "5 42 -5 42 1 2.55 \"a\" 1", "   42|42   |2.5|%!(BADWIDTH)1")]
    [InlineData("%d|%s", "", "%!d(MISSING)|%!s(MISSING)")]
    [InlineData("a", "1 \"b\" nil", "a%!(EXTRA int=1, string=b, <nil>)")]
    [InlineData("%", "1", "%!(NOVERB)%!(EXTRA int=1)")]
    [InlineData("%z|%!|%-5z", "1 \"a\" 2.5", "%!z(int=1)|%!!(string=a)|%!z(float64=2.5  )")]
    [InlineData("%%|%5%|100%", "", "%|%|100%!(NOVERB)")]
    [InlineData("%d|%6d", "\"a\" \"a\"", "%!d(string=a)|%!d(string=     a)")]
    [InlineData("%s|%v|%d", "nil nil nil", "%!s(<nil>)|<nil>|%!d(<nil>)")]
    [InlineData("%1000000000d", "1", "%!(NOVERB)%!(EXTRA int=1)")]
    [InlineData("\u4e16%d\u754c", "1", "\u4e161\u754c")]
    public void Formats_as_Go_formats(string format, string arguments, string expected)
    {
        Assert.Equal(expected, TemplateRun.Text($"{{{{ printf `{format.Replace("`", "", StringComparison.Ordinal)}` {arguments} }}}}"));
    }

    [Theory]
    [InlineData("print 1 2", "1 2")]
    [InlineData("print \"a\" \"b\"", "ab")]
    [InlineData("print 1 \"a\" 2 3 true nil (list)", "1a2 3 true <nil> []")]
    [InlineData("print", "")]
    [InlineData("println \"a\" 1", "a 1\n")]
    [InlineData("println", "\n")]
    [InlineData("print 1e100 -0.0 1e-5 123456.0 1234567.0", "1e+100 -0 1e-05 123456 1.234567e+06")]
    [InlineData("print 5e-324 1.7976931348623157e308 0.1 0.3", "5e-324 1.7976931348623157e+308 0.1 0.3")]
    public void Prints_as_Go_prints(string call, string expected) => Assert.Equal(expected, TemplateRun.Text($"{{{{ {call} }}}}"));
}
