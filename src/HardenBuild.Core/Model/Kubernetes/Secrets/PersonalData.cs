using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes.Secrets;

/// <summary>What in a text is about a person, as far as its form tells.</summary>
internal static class PersonalData
{
    private const int ShortestIban = 15;
    private const int LongestIban = 34;

    /// <param name="name">The name of the setting.</param>
    /// <param name="text">Its value.</param>
    public static IEnumerable<(TextSpan Span, string What)> Find(string name, string text)
    {
        if (text.IndexOf('\n') < 0 && Judge(name, text.Trim()) is { } whole)
        {
            yield return (new TextSpan(0, text.Length), whole);
            yield break;
        }

        foreach (var assignment in TextAssignments.Find(text))
        {
            if (Judge(assignment.Name, assignment.Value) is { } what)
                yield return (new TextSpan(assignment.Start, assignment.Value.Length), what);
        }
    }

    private static string? Judge(string name, string value)
    {
        if (value.Length == 0 || SecretValues.IsFilledIn(value))
            return null;
        if (IsEmail(value))
            return "an e-mail address";
        if (IsIban(value))
            return "the number of a bank account";
        var words = SettingWords.Split(name);
        var last = words.Count > 0 ? words[words.Count - 1] : "";
        return last switch
        {
            "email" or "mail" => "an e-mail address",
            "phone" or "mobile" or "telephone" => "a telephone number",
            "username" => "the name of a user",
            "iban" => "the number of a bank account",
            _ => null,
        };
    }

    private static bool IsEmail(string value)
    {
        var at = value.IndexOf('@');
        if (at <= 0 || value.IndexOf('@', at + 1) >= 0 || value.IndexOf('.', at) < 0)
            return false;
        foreach (var c in value)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('@' or '.' or '_' or '-' or '+'))
                return false;
        }

        return !value.EndsWith("@example.com", StringComparison.Ordinal) && !value.EndsWith("@example.org", StringComparison.Ordinal);
    }

    /// <remarks>ISO 13616: country, two check digits, account.</remarks>
    private static bool IsIban(string value)
    {
        if (value.Length is < ShortestIban or > LongestIban || !char.IsUpper(value[0]) || !char.IsUpper(value[1]) || !char.IsDigit(value[2]) || !char.IsDigit(value[3]))
            return false;
        var remainder = 0;
        for (var i = 0; i < value.Length; i++)
        {
            // The first four characters count last.
            var c = value[(i + 4) % value.Length];
            if (c is >= '0' and <= '9')
                remainder = ((remainder * 10) + c - '0') % 97;
            else if (c is >= 'A' and <= 'Z')
                remainder = ((remainder * 100) + c - 'A' + 10) % 97;
            else
                return false;
        }

        return remainder == 1;
    }
}
