namespace HardenBuild.Rules.Dockerfile.Labels;

/// <summary>License expressions. Grammar: SPDX specification 2.3, annex D.</summary>
/// <remarks>Identifiers are not looked up in the list of licenses, which grows with every release; spellings that are known to be wrong are refused.</remarks>
internal static class SpdxExpression
{
    public static bool IsValid(string text)
    {
        var open = 0;
        var expectsLicense = true;
        var isException = false;
        foreach (var token in text.Replace("(", " ( ").Replace(")", " ) ").Split([' '], StringSplitOptions.RemoveEmptyEntries))
        {
            switch (token)
            {
                case "(" when expectsLicense && !isException:
                    open++;
                    break;
                case ")" when !expectsLicense && open > 0:
                    open--;
                    break;
                case "AND" or "OR" or "WITH" when !expectsLicense:
                    expectsLicense = true;
                    isException = token == "WITH";
                    break;
                default:
                    if (!expectsLicense || !IsIdentifier(token))
                        return false;
                    expectsLicense = false;
                    isException = false;
                    break;
            }
        }

        return !expectsLicense && open == 0;
    }

    private static bool IsIdentifier(string token)
    {
        foreach (var c in token)
        {
            if (c is not ((>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '-' or '.' or '+' or ':'))
                return false;
        }

        return token.ToUpperInvariant() is not ("AND" or "OR" or "WITH" or "GPL" or "GPLV2" or "GPLV3" or "GPL-2" or "GPL-3" or "LGPL" or "LGPLV2" or "LGPLV3" or "AGPL" or "AGPLV3" or "APACHE"
            or "APACHE2" or "APACHE-2" or "APACHEV2" or "BSD" or "BSD2" or "BSD3" or "MPL" or "MPL2" or "EPL" or "CC0" or "PROPRIETARY" or "COMMERCIAL" or "UNKNOWN");
    }
}
