using System.Globalization;
using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Commands;

/// <summary>A line of RUN is longer than a screen is wide.</summary>
internal sealed class RunLineTooLong() : DockerfileRule("HB1146", RuleSeverity.None, RuleSeverity.None)
{
    private const int DefaultLength = 120;

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        var limit = int.TryParse(model.Options.Find(this, "max_line_length"), NumberStyles.None, CultureInfo.InvariantCulture, out var configured) ? configured : DefaultLength;
        foreach (var instruction in model.Instructions)
        {
            if (instruction.Syntax is not RunInstruction run || (instruction.IsTrigger && run.Span.IsEmpty))
                continue;
            var places = LongLines(model.Source, run, limit).ToList();
            if (places.Count > 0)
                yield return ReportIn(instruction.Stage, places[0], limit.ToString(CultureInfo.InvariantCulture)) with { Related = RepeatedPlaces.AfterFirst(places, "Here too") };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RunLineTooLong),
        Title = "A line of RUN is too long",
        MessageFormat = "The line is longer than {0} characters, so changes at its end are easily missed; break it with a backslash, for example in front of '&&'",
        Rationale = "One command a line shows in a review exactly what was changed. Long lines are cut off or wrapped where they are read.",
        WhenToIgnore = "When the line holds one value that cannot be broken.",
        CatalogueSlugs = ["run-line-too-long"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["sonar:S7020"],
        Options = [new RuleOption("max_line_length", "120", "How many characters a line may have.")],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN apt-get update && apt-get install -y --no-install-recommends ca-certificates curl libicu74 tzdata zlib1g [|libgssapi-krb5-2 && rm -rf /var/lib/apt/lists/*|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN apt-get update && apt-get install -y --no-install-recommends ca-certificates curl libicu74 tzdata \\\n    && rm -rf /var/lib/apt/lists/*\nUSER $APP_UID\n")],
        ComparedWith = "Heredocs are left alone, and so are lines that are only long because of one word, such as a URL.",
    };

    private static IEnumerable<SourceLocation> LongLines(SourceText source, RunInstruction run, int limit)
    {
        var end = run.Heredocs.IsEmpty ? run.Span.End : run.Heredocs[0].MarkerSpan.End;
        for (var line = source.GetLineIndex(run.Span.Start); line <= source.GetLineIndex(end); line++)
        {
            var span = source.GetLine(line);
            if (span.Length > limit && span.Start < end && span.Length - LongestWord(source.Content, span) > limit / 2)
                yield return source.At(TextSpan.FromBounds(WordAt(source.Content, span.Start + limit), span.End));
        }
    }

    /// <summary>The start of the word that crosses the limit: the line is best broken before it.</summary>
    private static int WordAt(string content, int offset)
    {
        while (content[offset - 1] is not (' ' or '\t' or '\n' or '\r'))
            offset--;
        return offset;
    }

    private static int LongestWord(string content, TextSpan line)
    {
        var longest = 0;
        for (int start = line.Start, i = line.Start; i <= line.End; i++)
        {
            if (i < line.End && content[i] != ' ')
                continue;
            longest = Math.Max(longest, i - start);
            start = i + 1;
        }

        return longest;
    }
}
