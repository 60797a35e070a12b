using System.Globalization;
using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Network;

/// <summary>A port or range of ports that EXPOSE names.</summary>
/// <param name="Word">What names it; a variable may hold several ports.</param>
internal sealed record ExposedPort(StageInstruction Instruction, DockerfileWord Word, int First, int Last)
{
    private static readonly char[] Blanks = [' ', '\t'];

    public static IEnumerable<ExposedPort> Of(DockerfileModel model)
    {
        foreach (var instruction in model.Instructions)
        {
            if (instruction.Syntax is not ExposeInstruction expose)
                continue;
            foreach (var word in expose.Ports)
            {
                foreach (var port in model.Expand(word, instruction.State).Text?.Split(Blanks, StringSplitOptions.RemoveEmptyEntries) ?? [])
                {
                    if (ParseRange(port) is var (first, last))
                        yield return new ExposedPort(instruction, word, first, last);
                }
            }
        }
    }

    public bool Includes(int port) => First <= port && port <= Last;

    /// <summary><c>80</c>, <c>80/tcp</c>, <c>80-90/udp</c>.</summary>
    private static (int First, int Last)? ParseRange(string text)
    {
        var slash = text.IndexOf('/');
        var range = slash < 0 ? text : text.Substring(0, slash);
        var dash = range.IndexOf('-');
        if (dash < 0)
            return ParsePort(range) is { } port ? (port, port) : null;
        return ParsePort(range.Substring(0, dash)) is { } first && ParsePort(range.Substring(dash + 1)) is { } last ? (first, last) : null;
    }

    private static int? ParsePort(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : null;
}
