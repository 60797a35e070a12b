using System.Collections.Immutable;
using HardenBuild.Model.Docker.Commands;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Syntax.Units;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Carriers;

/// <summary>A <c>.container</c> unit, from which Podman makes a service of systemd.</summary>
/// <remarks>podman-systemd.unit(5).</remarks>
internal sealed class QuadletUnit
{
    public const string Section = "Container";

    private QuadletUnit(UnitFile file, SourceLocation header)
    {
        File = file;
        Header = header;
        Options = Read();
        Carrier = ContainerCarrier.OfScripts([.. UnitCommands.Of(file)], file.Source).With([new CarriedContainer(Options, ContainerUse.Service)]);
    }

    public UnitFile File { get; }

    /// <summary>The line <c>[Container]</c>.</summary>
    public SourceLocation Header { get; }

    public ContainerOptions Options { get; }

    public ContainerCarrier Carrier { get; }

    /// <summary>Whether Podman runs the unit for a user without rights over the host.</summary>
    public bool IsRootless => File.Source.Path.Contains("/.config/", StringComparison.Ordinal) || File.Source.Path.Contains("/users/", StringComparison.Ordinal)
        || File.Source.Path.StartsWith(".config/", StringComparison.Ordinal);

    /// <summary>The unit's container; null for a unit without one.</summary>
    public static QuadletUnit? Create(UnitFile file)
    {
        foreach (var (name, span) in file.Sections)
        {
            if (name == Section)
                return new QuadletUnit(file, file.Source.At(span));
        }

        return null;
    }

    public Located<bool>? Boolean(string key) => File.Last(Section, key) is { } entry && Switch(entry.Value) is { } value ? new Located<bool>(value, entry.Text.Location) : null;

    public bool Has(string key) => File.Last(Section, key) is { Value.Length: > 0 };

    private ContainerOptions Read()
    {
        var options = new ContainerOptions
        {
            Name = NameOf(),
            Noun = "container",
            IsComplete = false,
            Image = Text("Image"),
            User = Text("User"),
            ReadOnlyRoot = Boolean("ReadOnly"),
            NetworkMode = Text("Network"),
            UserNamespaceMode = Text("UserNS"),
            AddedCapabilities = Words("AddCapability"),
            DroppedCapabilities = Words("DropCapability"),
            SecurityOptions = SecurityOptions(),
            Mounts = [.. File.All(Section, "Volume").Select(Volume).OfType<ContainerMount>()],
            Environment = [.. Variables()],
        };
        foreach (var key in (ReadOnlySpan<string>)["GlobalArgs", "PodmanArgs"])
        {
            foreach (var entry in File.All(Section, key))
                options = RunCommand.AddFlags(options, WordsOf(entry), File.Source);
        }

        return options;
    }

    private Located<string> NameOf()
    {
        if (Text("ContainerName") is { } name)
            return name;
        var file = File.Source.Path.Substring(File.Source.Path.LastIndexOf('/') + 1);
        return new Located<string>(file.Split('.')[0], Header);
    }

    private ImmutableArray<Located<string>> SecurityOptions()
    {
        var options = ImmutableArray.CreateBuilder<Located<string>>();
        Add("SeccompProfile", static value => "seccomp=" + value);
        Add("AppArmor", static value => "apparmor=" + value);
        Add("SecurityLabelType", static value => "label=type:" + value);
        Add("Unmask", static value => value is "ALL" or "all" ? "systempaths=unconfined" : null);
        if (Boolean("SecurityLabelDisable") is { Value: true } disabled)
            options.Add(new Located<string>("label=disable", disabled.Location));
        if (Boolean("NoNewPrivileges") is { } noNewPrivileges)
            options.Add(new Located<string>(noNewPrivileges.Value ? "no-new-privileges" : "no-new-privileges=false", noNewPrivileges.Location));
        return options.ToImmutable();

        void Add(string key, Func<string, string?> spell)
        {
            if (Text(key) is { } text && spell(text.Value) is { } option)
                options.Add(text with { Value = option });
        }
    }

    private static ContainerMount? Volume(UnitEntry entry)
    {
        // %t is the folder of sockets, %h the user's home: both as long as what stands for them is not.
        var mount = VolumeFlag.Read(entry.Value, entry.LocationOf);
        return mount?.Source is { } source && source.Value.Contains('%')
            ? mount with { Source = source with { Value = source.Value.Replace("%t", "/run").Replace("%h", "~") } }
            : mount;
    }

    private IEnumerable<NamedValue> Variables()
    {
        foreach (var entry in File.All(Section, "Environment"))
        {
            foreach (var word in WordsOf(entry))
            {
                var equals = word.Prefix.IndexOf('=');
                if (equals <= 0)
                    continue;
                var name = new Located<string>(word.Prefix.Substring(0, equals), File.Source.At(word.SpanOf(0, equals)));
                Located<string>? value = word.Value is { } text
                    ? new Located<string>(text.Substring(equals + 1), File.Source.At(word.SpanOf(equals + 1, text.Length - equals - 1)))
                    : null;
                yield return new NamedValue(name, value, value);
            }
        }
    }

    private ImmutableArray<Located<string>> Words(string key)
    {
        var words = ImmutableArray.CreateBuilder<Located<string>>();
        foreach (var entry in File.All(Section, key))
        {
            foreach (var word in WordsOf(entry))
            {
                if (word.Value is { } value)
                    words.Add(new Located<string>(value, File.Source.At(word.Span)));
            }
        }

        return words.ToImmutable();
    }

    private static IEnumerable<CommandWord> WordsOf(UnitEntry entry) =>
        UnitCommands.Parse(entry).EnumerateCommands().SelectMany(static command => command.Assignments.Select(AsWord).Concat(command.Words.Select(CommandWord.From)));

    // NAME=value at the start of a line is an assignment for a shell.
    private static CommandWord AsWord(Syntax.Shell.Assignment assignment)
    {
        var value = assignment.Value is { } word ? CommandWord.From(word) : null;
        return new CommandWord(value is { Value: null } ? null : $"{assignment.Name}={value?.Value}", $"{assignment.Name}={value?.Prefix}", assignment.Span, Syntax: null);
    }

    private Located<string>? Text(string key) => File.Last(Section, key) is { Value.Length: > 0 } entry && !entry.Value.Contains('%') ? entry.Text : null;

    private static bool? Switch(string text) => text.ToLowerInvariant() switch
    {
        "1" or "yes" or "true" or "on" => true,
        "0" or "no" or "false" or "off" => false,
        _ => null,
    };
}
