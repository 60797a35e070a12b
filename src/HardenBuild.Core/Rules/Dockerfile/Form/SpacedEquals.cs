using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Form;

/// <summary>Recognises blanks around the equals sign of an assignment by what the builder makes of them.</summary>
internal static class SpacedEquals
{
    /// <summary><c>ENV A = b</c> gives A the value <c>= b</c>.</summary>
    public static bool BeginsValue(DockerfileWord value) => value.Text.Length > 0 && value.Text[0] == '=';
}
