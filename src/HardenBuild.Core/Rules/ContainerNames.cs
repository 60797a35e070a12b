using System.Globalization;
using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules;

/// <summary>Containers in the middle of a sentence.</summary>
internal static class ContainerNames
{
    private const int NamesInMessage = 3;

    /// <summary><c>service 'a'</c>, or <c>services 'a', 'b', 'c' and 3 more</c>.</summary>
    public static string List(List<ContainerOptions> containers)
    {
        if (containers.Count == 1)
            return $"{containers[0].Noun} '{containers[0].Name.Value}'";
        var named = containers.Take(NamesInMessage).Select(container => $"'{container.Name.Value}'").ToList();
        var rest = containers.Count - named.Count;
        var list = rest > 0
            ? $"{string.Join(", ", named)} and {rest.ToString(CultureInfo.InvariantCulture)} more"
            : $"{string.Join(", ", named.Take(named.Count - 1))} and {named[named.Count - 1]}";
        return $"{containers[0].Noun}s {list}";
    }
}
