namespace HardenBuild.Core.Tests.Rendering.Helm.Origins;

/// <summary>Lines that stand next to each other and differ between two texts.</summary>
/// <param name="Removed">Zero-based numbers of lines of the first text.</param>
/// <param name="Added">Zero-based numbers of lines of the second text.</param>
internal sealed record LineChange(IReadOnlyList<int> Removed, IReadOnlyList<int> Added)
{
    /// <summary>The changes between two texts, by a longest common subsequence of their lines.</summary>
    public static IEnumerable<LineChange> Between(string before, string after)
    {
        var (old, now) = (before.Split('\n'), after.Split('\n'));
        var start = 0;
        while (start < old.Length && start < now.Length && old[start] == now[start])
            start++;
        var (oldEnd, nowEnd) = (old.Length, now.Length);
        while (oldEnd > start && nowEnd > start && old[oldEnd - 1] == now[nowEnd - 1])
            (oldEnd, nowEnd) = (oldEnd - 1, nowEnd - 1);
        var common = Common(old[start..oldEnd], now[start..nowEnd]);
        var (i, j) = (0, 0);
        while (i < oldEnd - start || j < nowEnd - start)
        {
            var (removed, added) = (new List<int>(), new List<int>());
            for (; (i < oldEnd - start || j < nowEnd - start) && !(i < oldEnd - start && j < nowEnd - start && old[start + i] == now[start + j]);)
            {
                if (j == nowEnd - start || (i < oldEnd - start && common[i + 1][j] >= common[i][j + 1]))
                    removed.Add(start + i++);
                else
                    added.Add(start + j++);
            }

            if (removed.Count + added.Count > 0)
                yield return new LineChange(removed, added);
            (i, j) = (i + 1, j + 1);
        }
    }

    // The length of the longest common subsequence of what is left from each pair of lines on.
    private static int[][] Common(string[] old, string[] now)
    {
        var common = new int[old.Length + 1][];
        common[old.Length] = new int[now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            common[i] = new int[now.Length + 1];
            for (var j = now.Length - 1; j >= 0; j--)
                common[i][j] = old[i] == now[j] ? common[i + 1][j + 1] + 1 : Math.Max(common[i + 1][j], common[i][j + 1]);
        }

        return common;
    }
}
