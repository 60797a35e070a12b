using System.Globalization;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Functions.Versions;

/// <summary>A semantic version as Masterminds/semver 3 reads it: a leading v, and minor and patch left out, are fine.</summary>
internal sealed class GoVersion : GoObject
{
    private GoVersion(ulong major, ulong minor, ulong patch, string prerelease, string metadata, string original)
    {
        Major = major;
        Minor = minor;
        Patch = patch;
        Prerelease = prerelease;
        Metadata = metadata;
        Original = original;
    }

    public ulong Major { get; }

    public ulong Minor { get; }

    public ulong Patch { get; }

    public string Prerelease { get; }

    public string Metadata { get; }

    /// <summary>As it was written.</summary>
    public string Original { get; }

    public override GoKind Kind => GoKind.Ptr;

    public override string TypeName => "*semver.Version";

    public override GoValue JsonValue => new GoString(Print());

    /// <summary>Reads a version.</summary>
    /// <param name="error">Why it is none.</param>
    public static GoVersion? Parse(string text, out string error)
    {
        error = "Invalid Semantic Version";
        var reader = new VersionReader(text);
        if (!reader.TryRead(allowsWildcards: false, text.Length) || reader.Position != text.Length)
            return null;
        ulong minor = 0, patch = 0;
        if (!ulong.TryParse(reader.Major, NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            || (reader.Minor.Length > 0 && !ulong.TryParse(reader.Minor, NumberStyles.None, CultureInfo.InvariantCulture, out minor))
            || (reader.Patch.Length > 0 && !ulong.TryParse(reader.Patch, NumberStyles.None, CultureInfo.InvariantCulture, out patch)))
        {
            error = "Error parsing version segment: value out of range";
            return null;
        }

        foreach (var part in reader.Prerelease.Split('.'))
        {
            // Semantic Versioning 2.0.0, section 9.
            if (part.Length > 1 && part[0] == '0' && IsNumber(part))
            {
                error = "Version segment starts with 0";
                return null;
            }
        }

        return new GoVersion(major, minor, patch, reader.Prerelease, reader.Metadata, text);
    }

    /// <summary>The order of versions: metadata does not count.</summary>
    public int CompareTo(GoVersion other)
    {
        var order = Major.CompareTo(other.Major);
        if (order == 0)
            order = Minor.CompareTo(other.Minor);
        if (order == 0)
            order = Patch.CompareTo(other.Patch);
        if (order != 0 || Prerelease == other.Prerelease)
            return order;
        if (Prerelease.Length == 0)
            return 1;
        return other.Prerelease.Length == 0 ? -1 : ComparePrereleases(Prerelease, other.Prerelease);
    }

    public static int ComparePrereleases(string a, string b)
    {
        var (partsA, partsB) = (a.Split('.'), b.Split('.'));
        for (var i = 0; i < Math.Max(partsA.Length, partsB.Length); i++)
        {
            var order = ComparePart(i < partsA.Length ? partsA[i] : "", i < partsB.Length ? partsB[i] : "");
            if (order != 0)
                return order;
        }

        return 0;
    }

    public override string Print()
    {
        var text = string.Join(".", Number(Major), Number(Minor), Number(Patch));
        if (Prerelease.Length > 0)
            text += "-" + Prerelease;
        return Metadata.Length > 0 ? text + "+" + Metadata : text;
    }

    public override GoValue? Field(string name) => null;

    public override TemplateFunction? Method(string name) => name switch
    {
        "Major" => Getter(name, Unsigned(Major)),
        "Minor" => Getter(name, Unsigned(Minor)),
        "Patch" => Getter(name, Unsigned(Patch)),
        "Prerelease" => Getter(name, new GoString(Prerelease)),
        "Metadata" => Getter(name, new GoString(Metadata)),
        "Original" => Getter(name, new GoString(Original)),
        "String" => Getter(name, new GoString(Print())),
        "IncMajor" => Getter(name, new GoVersion(Major + 1, 0, 0, "", "", "").WithOriginal(Original)),
        "IncMinor" => Getter(name, new GoVersion(Major, Minor + 1, 0, "", "", "").WithOriginal(Original)),
        // The release of a pre-release is the next patch.
        "IncPatch" => Getter(name, new GoVersion(Major, Minor, Prerelease.Length > 0 ? Patch : Patch + 1, "", "", "").WithOriginal(Original)),
        "Compare" => Comparer(name, static order => new GoInteger(Math.Sign(order))),
        "Equal" => Comparer(name, static order => GoBoolean.Of(order == 0)),
        "LessThan" => Comparer(name, static order => GoBoolean.Of(order < 0)),
        "GreaterThan" => Comparer(name, static order => GoBoolean.Of(order > 0)),
        "LessThanEqual" => Comparer(name, static order => GoBoolean.Of(order <= 0)),
        "GreaterThanEqual" => Comparer(name, static order => GoBoolean.Of(order >= 0)),
        _ => null,
    };

    private GoVersion WithOriginal(string like) => new(Major, Minor, Patch, Prerelease, Metadata, (like.Length > 0 && like[0] == 'v' ? "v" : "") + Print());

    private static TemplateFunction Getter(string name, GoValue value) => new(name, [], null, (_, _) => value);

    private TemplateFunction Comparer(string name, Func<int, GoValue> result) => new(name, [ParameterKind.Any], null, (_, arguments) =>
        arguments[0] is GoVersion other ? result(CompareTo(other)) : throw new FunctionException($"wrong type for value; expected *semver.Version; got {arguments[0].TypeName}"));

    private static GoInteger Unsigned(ulong number) => new(unchecked((long)number), GoKind.Int64, typeName: "uint64");

    private static int ComparePart(string a, string b)
    {
        if (a == b)
            return 0;
        if (a.Length == 0)
            return -1;
        if (b.Length == 0)
            return 1;
        var (isNumberA, isNumberB) = (IsNumber(a), IsNumber(b));
        if (isNumberA != isNumberB)
            return isNumberA ? -1 : 1;
        if (!isNumberA)
            return string.CompareOrdinal(a, b) < 0 ? -1 : 1;
        var (digitsA, digitsB) = (a.TrimStart('0'), b.TrimStart('0'));
        return digitsA.Length != digitsB.Length ? digitsA.Length.CompareTo(digitsB.Length) : string.CompareOrdinal(digitsA, digitsB);
    }

    private static bool IsNumber(string text)
    {
        foreach (var c in text)
        {
            if (c is < '0' or > '9')
                return false;
        }

        return text.Length > 0;
    }

    private static string Number(ulong number) => number.ToString(CultureInfo.InvariantCulture);
}
