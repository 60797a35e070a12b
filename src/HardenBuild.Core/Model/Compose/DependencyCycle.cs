using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Model.Compose;

/// <summary>Services that wait for each other, so that none of them starts.</summary>
/// <param name="Services">In the order of their dependence; the last one needs the first.</param>
/// <param name="Place">Where the last one names the first.</param>
internal sealed record DependencyCycle(ImmutableArray<string> Services, SourceLocation Place)
{
    /// <summary>Cycles of a project, each service in one of them at most. Takes time linear in services and references.</summary>
    public static IEnumerable<DependencyCycle> Find(ComposeProject project)
    {
        var states = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var start in project.Services)
        {
            if (states.ContainsKey(start.Name.Value))
                continue;
            var path = new List<(string Name, IEnumerator<ServiceReference> Next)>();
            Enter(start);
            while (path.Count > 0)
            {
                var (name, next) = path[path.Count - 1];
                if (!next.MoveNext())
                {
                    next.Dispose();
                    states[name] = true;
                    path.RemoveAt(path.Count - 1);
                }
                else if (!states.TryGetValue(next.Current.Name.Value, out var isDone))
                {
                    if (project.Find(next.Current.Name.Value) is { } service)
                        Enter(service);
                }
                else if (!isDone)
                {
                    var first = path.FindIndex(step => step.Name == next.Current.Name.Value);
                    yield return new DependencyCycle([.. path.Skip(first).Select(static step => step.Name)], next.Current.Name.Location);
                }
            }

            void Enter(ComposeService service)
            {
                states.Add(service.Name.Value, false);
                path.Add((service.Name.Value, ServiceReference.Of(service.Syntax).GetEnumerator()));
            }
        }
    }
}
