using HardenBuild.Model.Compose.Tree;
using HardenBuild.Text;

namespace HardenBuild.Model.Compose;

/// <summary>A resource of the top level that a service uses.</summary>
/// <param name="Section">The key of the top level, <c>volumes</c>.</param>
/// <param name="Name">The name, where it is written; variables resolved.</param>
internal sealed record ResourceReference(string Section, Located<string> Name)
{
    /// <summary>All resources that a service names; those that depend on unknown variables are left out.</summary>
    public static IEnumerable<ResourceReference> Of(ComposeMapping service)
    {
        foreach (var section in (string[])["networks", "models"])
        {
            foreach (var member in service.Mapping(section)?.Members ?? [])
            {
                if (member.Key.Value.IndexOf('$') < 0)
                    yield return new ResourceReference(section, member.Key);
            }
        }

        foreach (var item in service.Items("volumes"))
        {
            if (VolumeName(item) is { } name)
                yield return new ResourceReference("volumes", name);
        }

        foreach (var reference in Granted("secrets", service.Items("secrets")).Concat(Granted("configs", service.Items("configs"))))
            yield return reference;
        foreach (var reference in Granted("secrets", service.Mapping("build")?.Items("secrets") ?? []))
            yield return reference;
    }

    private static Located<string>? VolumeName(ComposeNode item)
    {
        if (item.AsMapping is { } mapping)
            return mapping["type"]?.Text is { Value: "volume" } && mapping["source"]?.Text is { Value.Length: > 0 } source ? source : null;
        if (item.AsScalar is not { } scalar)
            return null;
        var parts = ComposeVolumeText.Split(scalar.Raw);
        return parts.Count > 1 && scalar.Part(parts[0]).Text is { Value.Length: > 0 } name && !ComposeVolumeText.IsPath(name.Value) ? name : null;
    }

    private static IEnumerable<ResourceReference> Granted(string section, IEnumerable<ComposeNode> items)
    {
        foreach (var item in items)
        {
            if ((item.AsMapping is { } mapping ? mapping["source"]?.Text : item.Text) is { Value.Length: > 0 } name)
                yield return new ResourceReference(section, name);
        }
    }
}
