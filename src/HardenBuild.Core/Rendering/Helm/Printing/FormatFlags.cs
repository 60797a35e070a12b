namespace HardenBuild.Rendering.Helm.Printing;

/// <summary>What stands between the percent sign and the letter of a formatting verb.</summary>
internal struct FormatFlags
{
    /// <summary><c>+</c>: always a sign; ASCII only for <c>%q</c>.</summary>
    public bool Plus;

    /// <summary><c>-</c>: padding on the right.</summary>
    public bool Minus;

    /// <summary><c>#</c>: the other form, with a base prefix or in backquotes.</summary>
    public bool Sharp;

    /// <summary><c>%#v</c>: as Go source text.</summary>
    public bool SharpV;

    /// <summary>A blank in place of a plus sign, or between bytes.</summary>
    public bool Space;

    /// <summary><c>0</c>: padding with zeros.</summary>
    public bool Zero;

    /// <summary>Characters at least; -1 where not given.</summary>
    public int Width;

    /// <summary>-1 where not given.</summary>
    public int Precision;

    public static FormatFlags None => new() { Width = -1, Precision = -1 };

    public readonly bool HasWidth => Width >= 0;

    public readonly bool HasPrecision => Precision >= 0;

    /// <summary>Zeros go to the left only.</summary>
    public readonly bool IsZeroPadding => Zero && !Minus;
}
