using System.Collections.Immutable;
using CsCheck;
using HardenBuild.Configuration;
using HardenBuild.Rules;
using Microsoft.CodeAnalysis;
using SourceText = HardenBuild.Text.SourceText;

namespace HardenBuild.Core.Tests.Configuration;

/// <summary>Random configuration files mean the same here and in Roslyn.</summary>
public sealed class RoslynDifferentialTests
{
    private static readonly Gen<string> s_globPart = Gen.Frequency(
        (6, Gen.OneOfConst("a", "b", "ab", ".", "cs", "1", "12", "-", "é")),
        (5, Gen.OneOfConst("*", "**", "?", "/", "*.cs", "**/")),
        (2, Gen.OneOfConst("[ab]", "[!ab]", "[a-c]", "[!a-c1]", "[-a]", "[a-]", "[\\]a]", "[a\\-c]", "[^a]", "[.-/]", "[a-b-c]", "[{,}]", "[!/]", "[*?]")),
        (2, Gen.OneOfConst("{1..3}", "{3..1}", "{-2..12}", "{1..}", "{1..2", "{..}", "{0..99999999999}", "{-1..-5}")),
        (3, Gen.OneOfConst("{", "}", ",", "{a,b}", "{a,{b,ab},}", "{a}", "{}", "{,a}", "{*,b}", "{a/b,**}", "{{1..3},a}", "{a,{1..3}b}")),
        (1, Gen.OneOfConst("\\*", "\\a", "\\{", "\\,", "\\\\", "\\", "\\#", "\\;", "]", "[", " ")));

    private static readonly Gen<string> s_glob = s_globPart.Array[1, 6].Select(parts => string.Concat(parts)).Where(glob => !RoslynThrows(glob));

    private static readonly Gen<string> s_name = Gen.OneOfConst("a", "b", "ab", "1", "2", "12", "-2", "01", "a.cs", "b.cs", "1a", "a1b", "abab", "a-b", "a b", "{a,b}", "é", "*", "c");

    private static readonly Gen<string> s_relativePath = s_name.Array[1, 4].Select(names => string.Join("/", names));

    private static readonly Gen<string> s_key = Gen.OneOfConst(
        "k", "K", "hardenbuild.x", "HardenBuild.X", "dotnet_diagnostic.hb1001.severity", "dotnet_diagnostic.HB1001.severity", "DOTNET_diagnostic.hb1002.Severity",
        "dotnet_diagnostic.severity", "dotnet_diagnostic..severity", "root", "is_global", "global_level", "indent_style", "clé", "İ", "a-b_c.d", "dotnet_analyzer_diagnostic.severity");

    private static readonly Gen<string> s_value = Gen.OneOfConst(
        "error", "Error", "warning", "suggestion", "silent", "refactoring", "none", "default", "eror", "", "true", "TRUE", "unset", "UnSet", "1", "-3", "100", "a = b", "a:b", "x y");

    private static readonly Gen<string> s_blank = Gen.OneOfConst("", "", "", " ", "\t", " \u00A0", "\v");

    private static readonly Gen<string> s_comment = Gen.OneOfConst("", "", "", " # why", ";x", "#", " ; ]");

    private static readonly Gen<string> s_newLine = Gen.OneOfConst("\n", "\r\n", "\r", "\u2028", "\u0085", "\n\n");

    private static readonly Gen<string> s_section = Gen.OneOf(
        s_glob,
        s_relativePath.Select(path => "/r/" + path),
        Gen.OneOfConst("*", "*", "**", "a.cs", "[*", "*]", "", "x]y", "a\\#b", "a#b"));

    private static readonly Gen<string> s_line = Gen.OneOf(
        Gen.Select(s_blank, s_key, s_blank, Gen.OneOfConst("=", ":", "==", ""), s_blank, s_value, s_comment).Select((a, b, c, d, e, f, g) => a + b + c + d + e + f + g),
        Gen.Select(s_blank, s_section, s_blank, s_comment).Select((a, b, c, d) => $"{a}[{b}]{c}{d}"),
        Gen.Select(s_blank, s_comment).Select((a, b) => a + b),
        Gen.OneOfConst("= v", "key", "[]", "[", "]", "[a] x", "[a]] # c", "root = true", "is_global = true"));

    private static readonly Gen<string> s_text = Gen.Select(s_line, s_newLine).Select((line, end) => line + end).Array[0, 10].Select(lines => string.Concat(lines))
        .Where(text => !text.Split('\n', '\r', '\u2028', '\u0085').Any(RoslynThrows));

    private static readonly Gen<(string Directory, string Name, string Text)> s_file = Gen.Select(
        Gen.OneOfConst("/", "/r", "/r/a", "/r/b", "/r/a/b", "/r/a/b/12"),
        Gen.Frequency((5, Gen.Const(".editorconfig")), (1, Gen.Const(".globalconfig")), (1, Gen.Const("x.globalconfig"))),
        s_text);

    [Fact]
    public void Globs_match_the_same_paths() => Gen.Select(s_glob, s_relativePath).Sample(
        (glob, path) =>
        {
            var expected = AnalyzerConfigSet.Create(new[] { AnalyzerConfig.Parse($"[{glob}]\nk = v\n", "/r/.editorconfig") })
                .GetOptionsForSourcePath("/r/" + path).AnalyzerOptions.ContainsKey("k");
            var actual = Ours(("/r", ".editorconfig", $"[{glob}]\nk = v\n")).At("/r/" + path).Values.ContainsKey("k");
            Assert.True(expected == actual, $"[{glob}] {path}: Roslyn {expected}");
        },
        iter: 3_000);

    [Fact]
    public void Nested_files_mean_the_same() => Gen.Select(s_file.Array[0, 4], s_relativePath).Sample(
        (files, path) =>
        {
            // One file of a name in a directory: of two, Roslyn's unstable sort may apply either last.
            // And Roslyn 4.8 takes '/r/ab' and '/r/a' itself for children of '/r/a', which no file is.
            files =
            [
                .. files.GroupBy(file => file.Directory).Select(group => group.First())
                    .Where(file => $"/r/{path}".StartsWith(file.Directory.TrimEnd('/') + "/", StringComparison.Ordinal)
                        || !$"/r/{path}".StartsWith(file.Directory, StringComparison.Ordinal)),
            ];
            var roslyn = AnalyzerConfigSet.Create(files.Select(file => AnalyzerConfig.Parse(file.Text, file.Directory.TrimEnd('/') + "/" + file.Name)).ToArray());
            var expected = roslyn.GetOptionsForSourcePath("/r/" + path);
            var severities = roslyn.GlobalConfigOptions.TreeOptions.SetItems(expected.TreeOptions);
            var actual = Ours(files).At("/r/" + path);

            Assert.Equal(
                severities.Select(pair => $"{pair.Key} {Word(pair.Value)}").Order(StringComparer.Ordinal),
                actual.Severities.Select(pair => $"{pair.Key} {pair.Value?.ToString() ?? "Default"}").Order(StringComparer.Ordinal));
            Assert.Equal(
                expected.AnalyzerOptions.Select(pair => $"{pair.Key} {pair.Value}").Order(StringComparer.Ordinal),
                actual.Values.Select(pair => $"{pair.Key} {pair.Value}").Order(StringComparer.Ordinal));
        },
        iter: 3_000);

    [Theory]
    [InlineData("**/Dockerfile*", "/Dockerfile", false)]
    [InlineData("**/Dockerfile*", "/svc/Dockerfile", true)]
    [InlineData("Dockerfile*", "/svc/Dockerfile.dev", true)]
    [InlineData("{Dockerfile,Dockerfile.*,*.Dockerfile}", "/a/b/api.Dockerfile", true)]
    [InlineData("*.{yml,yaml}", "/compose.yaml", true)]
    [InlineData("{1..3}*", "/12", false)]
    [InlineData("{a,{1..3}}", "/a", false)]
    public void Agrees_on_known_traps(string glob, string path, bool isMatch)
    {
        var roslyn = AnalyzerConfigSet.Create(new[] { AnalyzerConfig.Parse($"[{glob}]\nk = v\n", "/r/.editorconfig") }).GetOptionsForSourcePath("/r" + path);

        Assert.Equal(isMatch, roslyn.AnalyzerOptions.ContainsKey("k"));
        Assert.Equal(isMatch, SectionGlob.TryCreate(glob)!.IsMatch(path));
    }

    [Fact]
    public void A_sibling_with_a_longer_name_is_no_child() =>
        Assert.Empty(Ours(("/r/app", ".editorconfig", "[*]\nk = v\n")).At("/r/apple/a").Values);

    [Theory]
    [InlineData("/")]
    [InlineData("//")]
    public void The_root_folder_of_a_global_section_is_no_file(string section) =>
        Assert.Empty(Ours(("/r", ".globalconfig", $"is_global = true\n[{section}]\nk = v\n")).At("/r/a").Values);

    private static EditorConfigSet Ours(params (string Directory, string Name, string Text)[] files) =>
        EditorConfigSet.Create(files.Select(file => (file.Directory, SourceText.From(file.Name, file.Text))));

    private static RuleSeverity? Severity(ReportDiagnostic severity) => severity switch
    {
        ReportDiagnostic.Error => RuleSeverity.Error,
        ReportDiagnostic.Warn => RuleSeverity.Warning,
        ReportDiagnostic.Info => RuleSeverity.Suggestion,
        ReportDiagnostic.Hidden => RuleSeverity.Silent,
        ReportDiagnostic.Suppress => RuleSeverity.None,
        _ => null,
    };

    private static string Word(ReportDiagnostic severity) => Severity(severity)?.ToString() ?? "Default";

    /// <summary>Whether a glob has an empty or swapped class, for which Roslyn's regular expression does not compile.</summary>
    private static bool RoslynThrows(string line)
    {
        try
        {
            AnalyzerConfigSet.Create(new[] { AnalyzerConfig.Parse($"[{line}]", "/r/.editorconfig") });
            AnalyzerConfigSet.Create(new[] { AnalyzerConfig.Parse(line, "/r/.editorconfig") });
            return false;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
