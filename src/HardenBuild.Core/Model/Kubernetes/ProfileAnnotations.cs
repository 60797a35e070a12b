namespace HardenBuild.Model.Kubernetes;

/// <summary>The annotations that named seccomp and AppArmor profiles before there were fields for them.</summary>
internal static class ProfileAnnotations
{
    /// <summary>The annotation in the words of the fields: <c>RuntimeDefault</c>, <c>Localhost</c>, <c>Unconfined</c>, or the text itself where it means none of them.</summary>
    public static Setting<string> Read(ManifestFields annotations, string key)
    {
        var annotation = annotations.Text(key);
        return annotation.Known is { } known ? Setting<string>.Of(ToField(known.Value), known.Location) : annotation;
    }

    private static string ToField(string value) => value switch
    {
        "runtime/default" or "docker/default" => "RuntimeDefault",
        "unconfined" => "Unconfined",
        _ when value.StartsWith("localhost/", StringComparison.Ordinal) => "Localhost",
        _ => value,
    };
}
