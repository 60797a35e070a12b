using System.Collections.Immutable;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Packages;

/// <summary>One call of a package manager.</summary>
/// <param name="Position">Index among the programs that the RUN executes, in the order written.</param>
internal sealed record PackageCommand(PackageManager Manager, PackageAction Action, Invocation Invocation, int Position)
{
    /// <summary>As written, without its folder: <c>apt</c>, <c>pip3</c>.</summary>
    public string Program => Invocation.Name!;

    /// <summary>The subcommand as written: <c>in</c>, <c>module install</c>; empty when there is none.</summary>
    public string Verb => Invocation.Subcommand ?? "";

    /// <summary>Program and subcommand as a person would name the command.</summary>
    public string Title => Verb.Length == 0 ? Program : $"{Program} {Verb}";

    /// <summary>The subcommand; the program when there is none.</summary>
    public TextSpan VerbSpan => (Invocation.SubcommandWord ?? Invocation.NameWord).Span;

    /// <summary>What the subcommand is applied to: packages, files, groups.</summary>
    public ImmutableArray<CommandWord> Operands => Invocation.Operands;

    /// <summary>Whether yum or dnf or a small version of it.</summary>
    public bool IsRpm => Manager is PackageManager.Yum or PackageManager.Dnf;
}
