using System.Collections.Immutable;
using HardenBuild.Syntax.Shell;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Model.Docker;

/// <summary>What an instruction executes, as far as it can be read: exec form, or a script of a POSIX shell.</summary>
/// <param name="Instruction">RUN, CMD, ENTRYPOINT or HEALTHCHECK, also below ONBUILD.</param>
/// <param name="Scripts">The shell form or heredoc, and every script given to a shell as an argument; spans are offsets in the file. Empty for other shells.</param>
/// <param name="Invocations">Every program that is run, in source order within each script.</param>
internal sealed record StageCommand(StageInstruction Instruction, ImmutableArray<ShellScript> Scripts, ImmutableArray<Invocation> Invocations);
