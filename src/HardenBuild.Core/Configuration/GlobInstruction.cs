namespace HardenBuild.Configuration;

/// <summary>What a step of a <see cref="SectionGlob"/> does.</summary>
internal enum GlobOperation
{
    /// <summary>Consumes the character <see cref="GlobInstruction.Operand"/>.</summary>
    Character,

    /// <summary>Consumes any one character.</summary>
    AnyCharacter,

    /// <summary>Consumes one character of the class number <see cref="GlobInstruction.Operand"/>.</summary>
    Class,

    /// <summary>Consumes one ASCII digit.</summary>
    Digit,

    /// <summary>Consumes as many characters as it can, short of a slash.</summary>
    Star,

    /// <summary>Consumes as many characters as it can.</summary>
    DoubleStar,

    /// <summary>Consumes as many ASCII digits as it can.</summary>
    Digits,

    /// <summary>Consumes a minus where there is one.</summary>
    OptionalMinus,

    /// <summary>Goes on behind, and if that fails at instruction <see cref="GlobInstruction.Operand"/>, or nowhere if that is negative.</summary>
    Split,

    /// <summary>Goes on at instruction <see cref="GlobInstruction.Operand"/>.</summary>
    Jump,

    /// <summary>Stores the position in the slot <see cref="GlobInstruction.Operand"/>.</summary>
    Save,

    /// <summary>Succeeds at the end of the path.</summary>
    End,
}

/// <summary>A step of a <see cref="SectionGlob"/>.</summary>
/// <param name="Branch">Number of the instruction among those that can continue in two ways, else -1.</param>
internal readonly record struct GlobInstruction(GlobOperation Operation, int Operand = 0, int Branch = -1);
