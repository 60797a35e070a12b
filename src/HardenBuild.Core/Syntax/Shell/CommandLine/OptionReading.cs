using System.Collections.Immutable;

namespace HardenBuild.Syntax.Shell.CommandLine;

/// <summary>Arguments told apart: options, subcommand and operands.</summary>
/// <param name="Subcommand">The words of the subcommand, joined by a blank; null when there is none.</param>
/// <param name="SubcommandWord">The last word of the subcommand; null when there is none.</param>
/// <param name="FirstOperand">Index of the first operand in the words read; their number when there is none.</param>
internal sealed record OptionReading(
    ImmutableArray<CommandOption> Options, ImmutableArray<CommandWord> Operands, string? Subcommand, CommandWord? SubcommandWord, int FirstOperand);
