using System.Collections.Immutable;
using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.ChartValues;

/// <summary>The values that a user gives on top of a chart's own.</summary>
/// <param name="Files">Values files, later ones win.</param>
/// <param name="Arguments">Arguments, which win over files.</param>
internal sealed record UserValues(ImmutableArray<SourceText> Files, ImmutableArray<SetArgument> Arguments)
{
    public static UserValues None { get; } = new([], []);

    /// <summary>Puts the values together. Each call makes maps of its own.</summary>
    /// <exception cref="ChartException">A file or an argument cannot be read.</exception>
    /// <remarks>Helm reads all JSON arguments before the typed ones, those before strings, then files, and literals last.</remarks>
    public GoMap Read()
    {
        var values = new GoMap();
        foreach (var file in Files)
        {
            try
            {
                values = ValuesMerge.Of(values, ValuesFile.Read(file));
            }
            catch (ChartException e)
            {
                throw new ChartException(e.Error with { Message = $"failed to parse {file.Path}: {e.Message}" });
            }
        }

        foreach (var argument in Arguments.OrderBy(static argument => argument.Kind))
        {
            if (argument.Kind == SetArgumentKind.Json && argument.Text.TrimStart() is ['{', ..])
                values = ValuesMerge.Of(values, ReadObject(argument));
            else
                SetParser.Apply(argument, values);
        }

        return values;
    }

    private static GoMap ReadObject(SetArgument argument)
    {
        var source = argument.ToSource();
        var position = argument.Text.Length - argument.Text.TrimStart().Length;
        return JsonText.Read(source, ref position, "") as GoMap ?? throw new ChartException(
            ChartErrorKind.Values,
            source.At(new TextSpan(0, source.Length)),
            $"failed parsing {argument.Option} data JSON: {argument.Text}");
    }
}
