using HardenBuild.Model.Compose;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Containers.Secrets;

/// <summary>Secrets in the text of an environment file.</summary>
internal static class EnvironmentSecrets
{
    /// <summary>The first variable that holds a secret, a real one before one that only stands for it; null when there is none.</summary>
    public static (string Name, bool IsHarmless)? Find(SourceText text)
    {
        (string, bool)? harmless = null;
        for (var position = 0; position < text.Content.Length;)
        {
            var (name, raw, _, end) = EnvironmentFileLine.Read(text.Content, position);
            if (name is not null && raw is not null && !raw.Contains('$') && ContainerSecret.Of(name, new Located<string>(raw, text.At(new TextSpan(position, 0)))) is { } secret)
            {
                if (!secret.IsHarmless)
                    return (name, false);
                harmless ??= (name, true);
            }

            position = end;
        }

        return harmless;
    }
}
