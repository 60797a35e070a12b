namespace HardenBuild.Scanning.Scoring;

/// <summary>A check that gives or takes points.</summary>
/// <param name="Id">As kubesec calls it, <c>CapDropAll</c>.</param>
/// <param name="Selector">The field that it looks at, in kubesec's notation.</param>
/// <param name="Reason">One line without a full stop.</param>
/// <param name="Points">Below zero for what costs points.</param>
/// <param name="HelpUri">The page of the rule that decides.</param>
public sealed record ScoredCheck(string Id, string Selector, string Reason, int Points, Uri HelpUri);
