namespace HardenBuild.Text;

/// <summary>A line and a column.</summary>
/// <param name="Line">Zero-based; writers add one.</param>
/// <param name="Character">UTF-16 code units from the start of the line, zero-based; writers add one.</param>
public readonly record struct LinePosition(int Line, int Character);
