using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes;

/// <summary>The annotations that named seccomp and AppArmor profiles before there were fields for them.</summary>
internal static class ProfileAnnotations
{
    public const string SeccompPod = "seccomp.security.alpha.kubernetes.io/pod";
    public const string SeccompContainer = "container.seccomp.security.alpha.kubernetes.io/";
    public const string AppArmorContainer = "container.apparmor.security.beta.kubernetes.io/";

    /// <summary>A seccomp annotation in the words of the fields: <c>RuntimeDefault</c>, <c>Localhost</c>, <c>Unconfined</c>, or the text itself where it means none of them.</summary>
    public static Setting<string> Seccomp(ManifestFields annotations, string key)
    {
        var profile = AppArmor(annotations, key);
        return profile.Known is { Value: "docker/default" } former ? Setting<string>.Of("RuntimeDefault", former.Location) : profile;
    }

    /// <summary>As <see cref="Seccomp"/>, for AppArmor.</summary>
    public static Setting<string> AppArmor(ManifestFields annotations, string key)
    {
        var annotation = annotations.Text(key);
        return annotation.Known is { } known ? Setting<string>.Of(ToField(known.Value), known.Location) : annotation;
    }

    /// <summary>The AppArmor annotations of a pod: the key, the name of the container in it, and the profile in the words of the fields.</summary>
    public static IEnumerable<(Located<string> Key, string Container, Setting<string> Profile)> AppArmor(ManifestFields annotations)
    {
        foreach (var key in WithPrefix(annotations, AppArmorContainer))
            yield return (key, key.Value.Substring(AppArmorContainer.Length), AppArmor(annotations, key.Value));
    }

    /// <summary>The keys that start with a text.</summary>
    public static IEnumerable<Located<string>> WithPrefix(ManifestFields annotations, string prefix)
    {
        if (annotations.Mapping is not { Members.IsEmpty: false } mapping || annotations.IsUnknown)
            yield break;
        foreach (var member in mapping.EffectiveMembers())
        {
            if (member.Key is { } key && key.Value.StartsWith(prefix, StringComparison.Ordinal) && !Placeholders.IsPlaceholder(key.Value))
                yield return new Located<string>(key.Value, key.Location);
        }
    }

    private static string ToField(string value) => value switch
    {
        "runtime/default" => "RuntimeDefault",
        "unconfined" => "Unconfined",
        _ when value.StartsWith("localhost/", StringComparison.Ordinal) => "Localhost",
        _ => value,
    };
}
