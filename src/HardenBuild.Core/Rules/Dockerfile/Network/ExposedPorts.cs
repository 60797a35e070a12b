using System.Globalization;
using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Network;

/// <summary>The words of EXPOSE with their variables resolved.</summary>
internal static class ExposedPorts
{
    private const int LastPort = 65_535;

    private static readonly char[] Blanks = [' ', '\t'];

    /// <summary>Every port; a word whose variables hold several ports comes once for each, unknown parts as placeholders.</summary>
    public static IEnumerable<(StageInstruction Instruction, DockerfileWord Word, string Port)> Of(DockerfileModel model)
    {
        foreach (var instruction in model.Instructions)
        {
            if (instruction.Syntax is not ExposeInstruction expose)
                continue;
            foreach (var word in expose.Ports)
            {
                foreach (var port in model.Expand(word, instruction.State).Partial?.Text.Split(Blanks) ?? [])
                {
                    if (port.Length > 0)
                        yield return (instruction, word, port);
                }
            }
        }
    }

    /// <summary>Whether <c>port[-port][/protocol]</c> names a port that cannot exist, or a range that ends before it starts; false for what is no number.</summary>
    public static bool IsOutOfRange(string port)
    {
        var slash = port.IndexOf('/');
        var range = slash < 0 ? port : port.Substring(0, slash);
        var dash = range.IndexOf('-');
        if (dash < 0)
            return Parse(range) is < 1 or > LastPort;
        var first = Parse(range.Substring(0, dash));
        var last = Parse(range.Substring(dash + 1));
        return first is < 1 or > LastPort || last is < 1 or > LastPort || first > last;
    }

    // More digits than a port has are a number all the same.
    private static int? Parse(string text)
    {
        if (text.Length == 0 || text.Any(static c => c is < '0' or > '9'))
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
    }
}
