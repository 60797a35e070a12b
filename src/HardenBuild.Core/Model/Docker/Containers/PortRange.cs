using System.Globalization;

namespace HardenBuild.Model.Docker.Containers;

/// <summary>One port or several that follow each other, <c>8080</c> or <c>8000-8010</c>.</summary>
/// <param name="First">The lowest port, 0 to 65535.</param>
/// <param name="Last">The highest port, not below <paramref name="First"/>.</param>
internal readonly record struct PortRange(int First, int Last)
{
    private const int Highest = 65535;

    public bool Contains(int port) => First <= port && port <= Last;

    /// <summary>Null for a text that is neither a port nor a range.</summary>
    public static PortRange? Parse(string text)
    {
        var dash = text.IndexOf('-');
        if (dash < 0)
            return Port(text) is { } port ? new PortRange(port, port) : null;
        return Port(text.Substring(0, dash)) is { } first && Port(text.Substring(dash + 1)) is { } last && first <= last ? new PortRange(first, last) : null;
    }

    public override string ToString() => First == Last
        ? First.ToString(CultureInfo.InvariantCulture)
        : $"{First.ToString(CultureInfo.InvariantCulture)}-{Last.ToString(CultureInfo.InvariantCulture)}";

    private static int? Port(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= Highest ? port : null;
}
