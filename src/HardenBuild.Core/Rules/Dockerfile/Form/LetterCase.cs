namespace HardenBuild.Rules.Dockerfile.Form;

/// <summary>How the letters of a keyword are written.</summary>
internal enum LetterCase
{
    Mixed,
    Lower,
    Upper,
}
