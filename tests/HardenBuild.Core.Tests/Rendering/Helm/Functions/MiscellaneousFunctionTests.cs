namespace HardenBuild.Core.Tests.Rendering.Helm.Functions;

/// <summary>Choosing, types, paths, URLs, keys: with the outputs of Sprig's documentation and of Go.</summary>
public sealed class MiscellaneousFunctionTests
{
    [Theory]
    [InlineData("""{{ default "d" "" }}{{ default "d" nil }}{{ default "d" "x" }} {{ coalesce 0 "" nil }}|{{ coalesce (list) 1 }} {{ empty (dict) }} {{ all 1 "" }} {{ all }} {{ any 0 "" }} {{ ternary 1 2 false }}""", "ddx |1 true false true false 2")]
    [InlineData("""{{ kindOf 1.0 }} {{ kindOf nil }} {{ kindOf (dict) }} {{ kindOf (list) }} {{ kindIs "bool" true }} {{ typeIs "int" 1 }} {{ typeIsLike "semver.Version" (semver "1.0.0") }} {{ typeOf (semver "1.0.0") }} {{ deepEqual (dict "a" (list 1)) (dict "a" (list 1)) }} {{ deepEqual 1 (int64 1) }}""", "float64 invalid map slice true true true *semver.Version true false")]
    [InlineData("""{{ base "/a/b/" }} {{ base "" }} {{ base "///" }} {{ dir "/a/b/c" }} {{ dir "a" }} {{ clean "a/../../b//c/." }} {{ clean "" }} {{ ext "a.b/c" }}|{{ ext "x.tar.gz" }} {{ isAbs "a" }} {{ osDir "/x" }} {{ osExt "a.b" }} {{ osClean "/.." }} {{ osIsAbs "/" }}""", "b . / /a/b . ../b/c . |.gz false / .b / true")]
    [InlineData("""{{ urlParse "mailto:a@b.c" | toJson }}""", """{"fragment":"","host":"","hostname":"","opaque":"a@b.c","path":"","query":"","scheme":"mailto","userinfo":""}""")]
    [InlineData("""{{ (urlParse "http://u:p%40@[::1]:80/a%20b?q=1#f").path }} {{ (urlParse "//h/p").host }} {{ (urlParse "HTTP://h:81").hostname }} {{ (urlParse "http://u:p%40@[::1]:80/").userinfo }} {{ (urlParse "x/y").path }}""", "a b h h u:p%40 x/y", "/")]
    [InlineData("""{{ urlJoin (dict "scheme" "http" "host" "h:80" "path" "/a b" "query" "q=1" "fragment" "f" "userinfo" "u:p") }} {{ urlJoin (urlParse "https://h/x?y#z") }} {{ urlJoin (dict "path" "a") }}""", "http://u:p@h:80/a%20b?q=1#f https://h/x?y#z a")]
    [InlineData("""{{ randAlphaNum 5 }} {{ randAlpha 3 }} {{ randNumeric 12 }} {{ randBytes 3 }} {{ uuidv4 }} {{ shuffle "abc" }} {{ htpasswd "u" "p" }} {{ bcrypt "x" }} {{ derivePassword 1 "long" "a" "b" "c" }}""", "A1b2C AbC 123456789012 AAAA 00000000-0000-4000-8000-000000000000 abc u:STAND-IN STAND-IN STAND-IN")]
    [InlineData("""{{ $ca := genCA "c" 365 }}{{ $c := genSignedCert "n" nil (list "a") 365 $ca }}{{ $c.Cert | trunc 27 }} {{ $c.Key | trunc 31 }} {{ (genSelfSignedCert "n" (list) (list) 1).Cert | len }}{{ genPrivateKey "rsa" | trunc 5 }} {{ (buildCustomCert "a" "b").Key | len }}""", "-----BEGIN CERTIFICATE----- -----BEGIN RSA PRIVATE KEY----- 63----- 71")]
    [InlineData("""{{ getHostByName "example.com" }}|{{ hello }}|{{ lookup "v1" "Secret" "" "" | toJson }}|{{ required "x" 0 }}""", "|Hello!|{}|0")]
    public void Prints(string template, string expected, string prefix = "") => Assert.Equal(prefix + expected, TemplateRun.Text(template));

    [Theory]
    [InlineData("""{{ urlParse "http://a b/" }}""")]
    [InlineData("""{{ urlParse ":x" }}""")]
    [InlineData("""{{ urlParse "http://h:8x/" }}""")]
    [InlineData("""{{ urlParse "http://h/%zz" }}""")]
    public void Refuses_what_is_no_url(string template) => Assert.Contains("error calling urlParse: unable to parse url: parse ", TemplateRun.Text(template), StringComparison.Ordinal);
}
