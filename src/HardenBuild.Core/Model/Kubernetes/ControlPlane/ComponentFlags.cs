using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes.ControlPlane;

/// <summary>The flags of one component in the order in which they count: the last one wins.</summary>
internal sealed class ComponentFlags
{
    private readonly List<ComponentFlag> _flags = [];

    /// <summary>Every flag is written here. False where a variable or a placeholder may hold more.</summary>
    public bool AreAllKnown { get; set; } = true;

    public int Count => _flags.Count;

    /// <param name="name">As written, without the dashes in front.</param>
    /// <param name="value">The value and its place.</param>
    /// <param name="location">The whole flag.</param>
    public void Add(string name, Setting<string> value, SourceLocation location) =>
        // The components' flag parser takes underscores for dashes.
        _flags.Add(new ComponentFlag(name.Replace('_', '-'), value, location));

    public ComponentFlag? Last(string name) => _flags.FindLast(flag => flag.Name == name);

    public IEnumerable<ComponentFlag> All(string name) => _flags.Where(flag => flag.Name == name);
}
