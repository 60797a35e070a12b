namespace HardenBuild.Syntax.Shell;

/// <summary>POSIX.1-2024, Shell Command Language, section 2.7, and bash's here-string and <c>&amp;&gt;</c>.</summary>
internal enum RedirectionOperator
{
    Input,
    Output,
    Append,
    Clobber,
    ReadWrite,
    DuplicateInput,
    DuplicateOutput,
    OutputAndError,
    AppendOutputAndError,
    HereDocument,
    HereDocumentWithoutTabs,
    HereString,
}
