namespace HardenBuild.Model.Secrets;

/// <summary>How a provider writes its tokens.</summary>
/// <param name="Shortest">Least number of characters after the prefix.</param>
/// <param name="Longest">Greatest number of characters after the prefix.</param>
/// <param name="IsMember">The alphabet after the prefix.</param>
internal sealed record TokenShape(string Prefix, SecretKind Kind, int Shortest, int Longest, Func<char, bool> IsMember);
