using System.Globalization;
using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Images;

/// <summary>A file uses newer syntax and leaves its version to the builder.</summary>
internal sealed class PinnedSyntaxDirectiveMissing() : DockerfileRule("HB1149", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        if (model.Syntax.FindDirective("syntax") is not null)
            yield break;
        (string Name, int Minor, TextSpan Span)? newest = null;
        foreach (var instruction in model.Instructions)
        {
            foreach (var feature in FeaturesOf(model, instruction))
            {
                if (newest is not { } known || feature.Minor > known.Minor)
                    newest = feature;
            }
        }

        if (newest is { } needed)
            yield return Report(model.Source.At(needed.Span), needed.Name, "1." + needed.Minor.ToString(CultureInfo.InvariantCulture));
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(PinnedSyntaxDirectiveMissing),
        Title = "File uses newer syntax without saying which version",
        MessageFormat = "'{0}' needs Dockerfile syntax {1}, and which one a builder brings along depends on its age; begin the file with '# syntax=docker/dockerfile:1'",
        Rationale = "Without the directive each builder reads the file with the version it was shipped with. Older ones refuse what they do not know, and heredocs they misread.",
        WhenToIgnore = "When every builder is Docker 23 or later and the file uses nothing newer, or builders cannot reach Docker Hub.",
        CatalogueSlugs = ["pinned-syntax-directive-missing"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nCOPY [|--parents|] **/*.csproj ./\nRUN dotnet restore\n")],
        Fixed = [new("Dockerfile", "# syntax=docker/dockerfile:1\nFROM mcr.microsoft.com/dotnet/sdk:10.0\nCOPY --parents **/*.csproj ./\nRUN dotnet restore\n")],
        ComparedWith = "Off by default: the builder of Docker 23 and later knows nearly all of it by itself.",
    };

    private static IEnumerable<(string Name, int Minor, TextSpan Span)> FeaturesOf(DockerfileModel model, StageInstruction instruction)
    {
        var syntax = instruction.Syntax;
        if (!syntax.Heredocs.IsEmpty)
            yield return ("<<" + syntax.Heredocs[0].Name, 4, syntax.Heredocs[0].MarkerSpan);
        foreach (var flag in syntax.Flags)
        {
            if (flag.IsKnown && VersionOf(flag) is { } version)
                yield return ("--" + flag.Name, version, flag.NameSpan);
        }

        foreach (var word in ExpandedWords.Of(syntax))
        {
            if (!word.Value.Contains('$'))
                continue;
            foreach (var reference in model.Expand(word, instruction.State).References)
            {
                if (reference.Operator is "#" or "##" or "%" or "%%" or "/" or "//")
                    yield return ("${" + reference.Name + reference.Operator + "...}", 7, reference.Span);
            }
        }
    }

    /// <summary>The minor version of the Dockerfile frontend 1 that brought it, by its release notes; null for flags that every builder knows.</summary>
    private static int? VersionOf(DockerfileFlag flag) => flag.Name switch
    {
        "mount" => 2,
        "network" or "security" => 3,
        "link" => 4,
        "checksum" => 6,
        "keep-git-dir" => 1,
        "chmod" => flag.Value is { } mode && mode.Value.IndexOfAny(['+', '-', '=']) >= 0 ? 14 : 2,
        "device" => 14,
        "unpack" => 17,
        "exclude" => 19,
        "parents" => 20,
        _ => null,
    };
}
