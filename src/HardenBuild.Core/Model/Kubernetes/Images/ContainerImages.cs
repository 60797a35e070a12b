using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes.Images;

/// <summary>Reads the references of images in manifests.</summary>
internal static class ContainerImages
{
    /// <summary>The reference in a field; unknown where a tool fills it in before deployment, or where it is blank.</summary>
    public static Setting<ImageReference> Read(YamlNode? field)
    {
        if (field is null || field.AsScalar is { IsNull: true })
            return Setting<ImageReference>.Absent;
        if (field.AsScalar is not { } scalar || scalar.Value.Trim().Length == 0 || IsPlaceholder(scalar.Value))
            return Setting<ImageReference>.Unknown;
        return Setting<ImageReference>.Of(ImageReference.Parse(scalar.Source, TextOf(scalar)), scalar.Location);
    }

    /// <summary>A reference that is written in a setting.</summary>
    public static ImageReference Parse(string reference) =>
        ImageReference.Parse(SourceText.From("", reference), LogicalText.Of(reference, new TextSpan(0, reference.Length)));

    /// <summary>Templates, variables, <c>ko://</c> paths and words in capitals, which scripts and people replace.</summary>
    public static bool IsPlaceholder(string text)
    {
        if (Placeholders.IsPlaceholder(text) || text.IndexOfAny(['$', '<', '>', '%', '{', '}', '*']) >= 0)
            return true;
        if (text.StartsWith("ko://", StringComparison.Ordinal))
            return true;
        if (!HasCapital(text))
            return false;
        var name = text.Split('@')[0];
        var components = name.Split('/');
        for (var i = 0; i < components.Length; i++)
        {
            var colon = components[i].IndexOf(':');
            if (IsShouted(colon < 0 ? components[i] : components[i].Substring(0, colon)))
                return true;
            if (colon >= 0 && i == components.Length - 1 && IsVersionWord(components[i].Substring(colon + 1)))
                return true;
        }

        return false;
    }

    private static LogicalText TextOf(YamlScalar scalar)
    {
        if (scalar.SpanOf(0, scalar.Value.Length) is { } span)
            return LogicalText.Of(scalar.Source.Content, span);
        var content = scalar.ContentSpan;
        return LogicalText.Of(scalar.Value, [new LogicalSegment(0, content.Start, content.Length)]);
    }

    // Nearly every reference has none and is spared the rest.
    private static bool HasCapital(string text)
    {
        foreach (var c in text)
        {
            if (c is >= 'A' and <= 'Z')
                return true;
        }

        return false;
    }

    /// <summary><c>IMAGE_NAME</c>, <c>PROJECT-ID</c>: repositories are in small letters, so that this is none.</summary>
    private static bool IsShouted(string component)
    {
        var letters = 0;
        foreach (var c in component)
        {
            if (c is >= 'A' and <= 'Z')
                letters++;
            else if (c is not ('_' or '-' or (>= '0' and <= '9')))
                return false;
        }

        return letters >= 2;
    }

    private static bool IsVersionWord(string tag) =>
        IsShouted(tag) && (tag.Contains("TAG", StringComparison.Ordinal) || tag.Contains("VERSION", StringComparison.Ordinal) || tag.Contains("SHA", StringComparison.Ordinal)
            || tag.Contains("BUILD", StringComparison.Ordinal) || tag.Contains("REPLACE", StringComparison.Ordinal));
}
