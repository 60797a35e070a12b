namespace HardenBuild.Rendering.Helm.Functions.RegularExpressions;

/// <summary>An instruction of a compiled expression.</summary>
/// <param name="Next">The instruction that follows, the preferred one of two.</param>
/// <param name="Other">The other one, or the slot of a <see cref="RegexOperation.Save"/>.</param>
internal readonly record struct RegexInstruction(RegexOperation Operation, int Next, int Other, CharacterSet? Set);
