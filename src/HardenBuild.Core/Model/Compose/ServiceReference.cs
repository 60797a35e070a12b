using HardenBuild.Model.Compose.Tree;
using HardenBuild.Text;

namespace HardenBuild.Model.Compose;

/// <summary>A service that another one needs.</summary>
/// <param name="Name">The name, where it is written; variables resolved.</param>
/// <param name="Key">The key that says so, <c>depends_on</c>.</param>
/// <param name="IsRequired">Whether the project cannot start without it.</param>
internal sealed record ServiceReference(Located<string> Name, string Key, bool IsRequired)
{
    private static readonly string[] ModeKeys = ["network_mode", "ipc", "pid"];

    /// <summary>All services that a service names; those that depend on unknown variables are left out.</summary>
    public static IEnumerable<ServiceReference> Of(ComposeMapping service)
    {
        foreach (var (name, value) in service.Mapping("depends_on")?.Members ?? [])
        {
            if (name.Value.IndexOf('$') < 0)
                yield return new ServiceReference(name, "depends_on", value.AsMapping?["required"]?.Boolean is not { Value: false });
        }

        foreach (var item in service.Items("links"))
        {
            if (Before(item, ':') is { } name)
                yield return new ServiceReference(name, "links", IsRequired: true);
        }

        foreach (var item in service.Items("volumes_from"))
        {
            if (item.Text is { } text && !text.Value.StartsWith("container:", StringComparison.Ordinal) && Before(item, ':') is { } name)
                yield return new ServiceReference(name, "volumes_from", IsRequired: true);
        }

        foreach (var key in ModeKeys)
        {
            if (After(service[key], "service:") is { } name)
                yield return new ServiceReference(name, key, IsRequired: true);
        }

        foreach (var member in service.Mapping("build")?.Mapping("additional_contexts")?.Members ?? [])
        {
            if (After(member.Value, "service:") is { } name)
                yield return new ServiceReference(name, "additional_contexts", IsRequired: true);
        }
    }

    private static Located<string>? Before(ComposeNode item, char separator) =>
        item is ComposeScalar scalar ? scalar.Part(new TextSpan(0, scalar.Raw.IndexOf(separator) is var end and >= 0 ? end : scalar.Raw.Length)).Text : null;

    private static Located<string>? After(ComposeNode? node, string prefix) =>
        node is ComposeScalar scalar && scalar.Raw.StartsWith(prefix, StringComparison.Ordinal)
            ? scalar.Part(TextSpan.FromBounds(prefix.Length, scalar.Raw.Length)).Text
            : null;
}
