namespace HardenBuild.Model.Kubernetes.Secrets;

/// <summary>The words in the name of a setting: <c>DB_PASSWORD</c>, <c>dbPassword</c>, <c>spring.datasource.password</c>, <c>Jwt__SigningKey</c>.</summary>
internal static class SettingWords
{
    /// <summary>In small letters.</summary>
    public static List<string> Split(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var isEnd = i == name.Length || !(char.IsLetterOrDigit(name[i]));
            if (isEnd || IsBoundary(name, i, start))
            {
                if (i > start)
                    words.Add(name.Substring(start, i - start).ToLowerInvariant());
                start = isEnd ? i + 1 : i;
            }
        }

        return words;
    }

    /// <summary>A capital after a small letter, or the last capital of several before a small one: <c>JWTSecret</c>.</summary>
    private static bool IsBoundary(string name, int index, int start) =>
        index > start && char.IsUpper(name[index])
        && (char.IsLower(name[index - 1]) || (char.IsUpper(name[index - 1]) && index + 1 < name.Length && char.IsLower(name[index + 1])));
}
