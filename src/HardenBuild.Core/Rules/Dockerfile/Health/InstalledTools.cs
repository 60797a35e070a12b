using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Syntax.Shell;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Health;

/// <summary>Tells whether the steps of an image may bring a program.</summary>
internal static class InstalledTools
{
    /// <summary>Whether a stage or an ancestor installs or copies the program, or does something that may.</summary>
    public static bool MayHave(DockerfileModel model, DockerfileStage stage, string program)
    {
        var chain = new HashSet<DockerfileStage>(DockerfileModel.Chain(stage));
        foreach (var command in model.Commands)
        {
            if (command.Instruction is { Syntax: RunInstruction } && chain.Contains(command.Instruction.Stage)
                && (command.Invocations.IsEmpty || command.Invocations.Any(invocation => MayBring(invocation, program))))
            {
                return true;
            }
        }

        return chain.Any(ancestor => ancestor.Instructions.Any(instruction => instruction.Syntax is FileTransferInstruction copy && MayBring(copy, program)));
    }

    private static bool MayBring(Invocation invocation, string program)
    {
        if (invocation.Name is not { } name || name.EndsWith(".sh", StringComparison.Ordinal))
            return true;
        var installs = name is "apt-get" or "apt" or "aptitude" or "apk" or "dnf" or "microdnf" or "tdnf" or "yum" or "zypper" or "dpkg" or "install_packages" or "xargs";
        foreach (var word in invocation.Words)
        {
            var text = word.Prefix;
            if (installs && (word.Value is null || IsPackageOf(text, program)))
                return true;
            if (text.EndsWith("/" + program, StringComparison.Ordinal) || text.EndsWith(".sh", StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool IsPackageOf(string package, string program) => program switch
    {
        "nc" => package.StartsWith("netcat", StringComparison.Ordinal) || package.StartsWith("nc", StringComparison.Ordinal) || package.StartsWith("nmap", StringComparison.Ordinal) || package.StartsWith("busybox", StringComparison.Ordinal),
        "wget" => package.StartsWith("wget", StringComparison.Ordinal) || package.StartsWith("busybox", StringComparison.Ordinal),
        _ => package.StartsWith(program, StringComparison.Ordinal),
    };

    /// <summary>A copy of the program itself, or of a folder that holds programs.</summary>
    private static bool MayBring(FileTransferInstruction copy, string program)
    {
        if (copy is AddInstruction || IsProgramFolder(copy.Destination.Value) && copy.From is not null)
            return IsProgramFolder(copy.Destination.Value) || NameOf(copy.Destination.Value) == program;
        return NameOf(copy.Destination.Value) == program || copy.Sources.Any(source => NameOf(source.Value) == program || IsProgramFolder(source.Value) || source.Value.Contains('*') && IsProgramFolder(copy.Destination.Value));
    }

    private static string NameOf(string path) => ProgramName.Of(path.TrimEnd('/'));

    private static bool IsProgramFolder(string path) =>
        path.TrimEnd('/') is "" or "/usr" or "/bin" or "/sbin" or "/usr/bin" or "/usr/sbin" or "/usr/local" or "/usr/local/bin";
}
