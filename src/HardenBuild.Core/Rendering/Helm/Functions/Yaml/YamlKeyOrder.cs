namespace HardenBuild.Rendering.Helm.Functions.Yaml;

/// <summary>go-yaml's order of keys: numbers inside of them compare by value, other characters come before digits and digits before letters.</summary>
internal static class YamlKeyOrder
{
    /// <summary>The keys in that order.</summary>
    public static string[] Sort(Dictionary<string, Values.GoValue> entries)
    {
        var keys = new string[entries.Count];
        entries.Keys.CopyTo(keys, 0);
        // The comparison is not transitive: the library's sort may then throw, and the result must not depend on how the map was filled.
        Array.Sort(keys, StringComparer.Ordinal);
        if (!IsSorted(keys))
            MergeSort(keys, new string[keys.Length], 0, keys.Length);
        return keys;
    }

    public static bool IsLess(string a, string b)
    {
        var length = Math.Min(a.Length, b.Length);
        for (var i = 0; i < length; i++)
        {
            if (a[i] == b[i])
                continue;
            var (isLetterA, isLetterB) = (char.IsLetter(a, i), char.IsLetter(b, i));
            if (isLetterA && isLetterB)
                return a[i] < b[i];
            if (isLetterA || isLetterB)
                return isLetterB;
            return CompareNumbers(a, b, i);
        }

        return a.Length < b.Length;
    }

    private static bool CompareNumbers(string a, string b, int start)
    {
        long numberA = 0, numberB = 0;
        if (a[start] == '0' || b[start] == '0')
        {
            for (var j = start - 1; j >= 0 && char.IsDigit(a[j]); j--)
            {
                if (a[j] != '0')
                {
                    (numberA, numberB) = (1, 1);
                    break;
                }
            }
        }

        var endA = start;
        for (; endA < a.Length && char.IsDigit(a[endA]); endA++)
            numberA = unchecked((numberA * 10) + a[endA] - '0');
        var endB = start;
        for (; endB < b.Length && char.IsDigit(b[endB]); endB++)
            numberB = unchecked((numberB * 10) + b[endB] - '0');
        if (numberA != numberB)
            return numberA < numberB;
        return endA != endB ? endA < endB : a[start] < b[start];
    }

    private static bool IsSorted(string[] keys)
    {
        for (var i = 1; i < keys.Length; i++)
        {
            if (IsLess(keys[i], keys[i - 1]))
                return false;
        }

        return true;
    }

    private static void MergeSort(string[] keys, string[] buffer, int start, int end)
    {
        if (end - start < 12)
        {
            for (var i = start + 1; i < end; i++)
            {
                var key = keys[i];
                var j = i - 1;
                for (; j >= start && IsLess(key, keys[j]); j--)
                    keys[j + 1] = keys[j];
                keys[j + 1] = key;
            }

            return;
        }

        var middle = (start + end) / 2;
        MergeSort(keys, buffer, start, middle);
        MergeSort(keys, buffer, middle, end);
        Array.Copy(keys, start, buffer, start, end - start);
        var (left, right) = (start, middle);
        for (var i = start; i < end; i++)
            keys[i] = left < middle && (right == end || !IsLess(buffer[right], buffer[left])) ? buffer[left++] : buffer[right++];
    }
}
