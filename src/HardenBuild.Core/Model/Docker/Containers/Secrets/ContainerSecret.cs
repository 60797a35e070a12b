using HardenBuild.Model.Secrets;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Containers.Secrets;

/// <summary>A secret that stands in the options of a container.</summary>
/// <param name="Value">The secret itself. Never print it.</param>
/// <param name="Kind">What it is, with its article, fit for the middle of a sentence.</param>
/// <param name="Location">Its own characters, or the value that holds it.</param>
internal readonly record struct ContainerSecret(string Value, string Kind, SourceLocation Location)
{
    private const string LiteralKind = "a literal secret";

    /// <summary>Whether it only stands for a secret, or is one of a developer's own machine.</summary>
    public bool IsHarmless => Placeholder.IsPlaceholder(Value) || DevelopmentFile.IsForDevelopment(Location.Source.Path);

    /// <summary>The secret that a variable, a label or another named value is given by the file; null when the value is none.</summary>
    public static ContainerSecret? Of(NamedValue value) => value.Literal is { } literal ? Of(value.Name.Value, literal) : null;

    /// <summary>As <see cref="Of(NamedValue)"/>, for a name and a value that belong together.</summary>
    public static ContainerSecret? Of(string name, Located<string> literal) =>
        OfKnownForm(literal) ?? (IsSecretName(name) && IsSecretValue(name, literal.Value) ? new ContainerSecret(literal.Value, LiteralKind, literal.Location) : null);

    /// <summary>A credential that is known by its form, whatever it is called.</summary>
    public static ContainerSecret? OfKnownForm(Located<string> literal) => SecretScanner.Find(literal.Value) is [var match, ..]
        ? new ContainerSecret(literal.Value.Substring(match.Span.Start, match.Span.Length), match.Description, LocatedText.Part(literal, match.Span))
        : null;

    public static bool IsSecretName(string name) => SecretNames.IsSecret(name) || name.Equals("PGPASSWORD", StringComparison.OrdinalIgnoreCase);

    private static bool IsSecretValue(string name, string value)
    {
        var text = value.Trim();
        if (text.Length == 0 || text is "true" or "false" or "yes" or "no" or "null" or "none")
            return false;

        // A number is a secret only where it can be a password; paths and addresses say where a secret is.
        if (text.All(char.IsDigit))
            return name.Contains("PASS", StringComparison.OrdinalIgnoreCase) || name.Contains("PWD", StringComparison.OrdinalIgnoreCase);
        return text[0] is not ('/' or '.' or '~') && !text.Contains("://", StringComparison.Ordinal);
    }
}
