namespace HardenBuild.Syntax.Shell;

/// <summary>The tokens that close an open construct.</summary>
[Flags]
internal enum ShellListEnds
{
    None = 0,
    Parenthesis = 1,
    Brace = 1 << 1,
    Then = 1 << 2,
    ElseOrFi = 1 << 3,
    Do = 1 << 4,
    Done = 1 << 5,
    Esac = 1 << 6,
    CaseBreak = 1 << 7,
}
