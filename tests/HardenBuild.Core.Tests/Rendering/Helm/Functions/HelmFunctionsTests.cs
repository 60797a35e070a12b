using HardenBuild.Rendering.Helm.Functions;
using HardenBuild.Rendering.Helm.Output;

namespace HardenBuild.Core.Tests.Rendering.Helm.Functions;

/// <summary>Every name that charts can use is registered: an unknown one fails the whole chart when it is parsed.</summary>
public sealed class HelmFunctionsTests
{
    private const string Sprig = """
        ago date date_in_zone date_modify dateInZone dateModify duration durationRound htmlDate htmlDateInZone must_date_modify mustDateModify mustToDate now toDate unixEpoch
        abbrev abbrevboth trunc trim upper lower title untitle substr repeat trimall trimAll trimSuffix trimPrefix nospace initials randAlphaNum randAlpha randAscii randNumeric
        randBytes swapcase shuffle snakecase camelcase kebabcase wrap wrapWith contains hasPrefix hasSuffix quote squote cat indent nindent replace plural
        sha1sum sha256sum sha512sum adler32sum toString atoi int64 int float64 seq toDecimal split splitList splitn toStrings until untilStep
        add1 add sub div mod mul randInt add1f addf subf divf mulf biggest max min maxf minf ceil floor round join sortAlpha
        default empty coalesce all any compact mustCompact fromJson toJson toPrettyJson toRawJson mustFromJson mustToJson mustToPrettyJson mustToRawJson ternary deepCopy mustDeepCopy
        typeOf typeIs typeIsLike kindOf kindIs deepEqual getHostByName base dir clean ext isAbs osBase osClean osDir osExt osIsAbs b64enc b64dec b32enc b32dec
        tuple list dict get set unset hasKey pluck keys pick omit merge mergeOverwrite mustMerge mustMergeOverwrite values
        append push mustAppend mustPush prepend mustPrepend first mustFirst rest mustRest last mustLast initial mustInitial reverse mustReverse uniq mustUniq
        without mustWithout has mustHas slice mustSlice concat dig chunk mustChunk
        bcrypt htpasswd genPrivateKey derivePassword buildCustomCert genCA genCAWithKey genSelfSignedCert genSelfSignedCertWithKey genSignedCert genSignedCertWithKey encryptAES decryptAES
        uuidv4 semver semverCompare fail regexMatch mustRegexMatch regexFindAll mustRegexFindAll regexFind mustRegexFind regexReplaceAll mustRegexReplaceAll
        regexReplaceAllLiteral mustRegexReplaceAllLiteral regexSplit mustRegexSplit regexQuoteMeta urlParse urlJoin hello
        """;

    private const string Helm = """
        include tpl required lookup toYaml mustToYaml toYamlPretty fromYaml fromYamlArray toJson mustToJson fromJson fromJsonArray toToml mustToToml fromToml
        mustToDuration durationSeconds durationMilliseconds durationMicroseconds durationNanoseconds durationMinutes durationHours durationDays durationWeeks durationRoundTo durationTruncateTo
        """;

    private static readonly string[] GoOwn = ["and", "or", "not", "eq", "ne", "lt", "le", "gt", "ge", "index", "len", "call", "print", "printf", "println", "html", "js", "urlquery"];

    [Theory]
    [InlineData(Sprig)]
    [InlineData(Helm)]
    public void Has_every_name(string names) =>
        Assert.All(names.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), static name => Assert.True(TemplateFunctions.All.Contains(name), name));

    [Fact]
    public void Leaves_Gos_own_functions_to_the_evaluator() => Assert.All(HelmFunctions.All, static function => Assert.DoesNotContain(function.Name, GoOwn));

    [Theory]
    [InlineData("env")]
    [InlineData("expandenv")]
    public void Does_not_read_the_environment(string name) => Assert.False(TemplateFunctions.All.Contains(name));
}
