using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes.ControlPlane;

/// <summary>Options written as flags: in a command, in environment variables of etcd, in <c>extraArgs</c> of kubeadm.</summary>
internal sealed class FlagOptions(ComponentFlags flags, OptionNotation notation) : ComponentOptions
{
    public override OptionNotation Notation => notation;

    /// <summary>Values of flags that are not written, as kubeadm sets them.</summary>
    public Func<string, string?> Implied { get; init; } = static _ => null;

    public override Setting<string> Find(string flag)
    {
        if (flags.Last(flag) is { } written)
            return written.Value;
        if (Implied(flag) is { } implied)
            return Setting<string>.Of(implied, Anchor);
        return flags.AreAllKnown && !HasConfigurationFile ? Setting<string>.Absent : Setting<string>.Unknown;
    }

    public override SourceLocation? LocationOf(string flag) => flags.Last(flag)?.Location;

    public override TextList List(string flag)
    {
        var items = ImmutableArray.CreateBuilder<Located<string>>();
        SourceLocation? location = null;
        var isUnknown = false;
        foreach (var written in flags.All(flag))
        {
            isUnknown |= written.Value.IsUnknown;
            if (written.Value.Known is { } value)
                AddItems(value, items);
            location = written.Value.Known?.Location ?? written.Location;
        }

        if (location is not null)
            return new TextList(items.ToImmutable(), location, isUnknown);
        var absent = Find(flag);
        if (absent.Known is { } implied)
            AddItems(implied, items);
        return new TextList(items.ToImmutable(), null, absent.IsUnknown);
    }

    public override Setting<string> FeatureGate(string gate)
    {
        var gates = List("feature-gates");
        for (var i = gates.Items.Length - 1; i >= 0; i--)
        {
            var (text, location) = gates.Items[i];
            var equals = text.IndexOf('=');
            if (equals >= 0 && text.Substring(0, equals) == gate)
                return Setting<string>.Of(text.Substring(equals + 1), location);
        }

        return gates.IsUnknown ? Setting<string>.Unknown : Setting<string>.Absent;
    }

    public override bool HasSection(string flag) => true;

    public override string Spell(string flag, string value) => (notation, value) switch
    {
        (OptionNotation.Kubeadm, _) => $"{flag}: \"{value}\"",
        (_, "") => "--" + flag,
        _ => $"--{flag}={value}",
    };

    /// <summary>Most options may stand in a file that the flags only name.</summary>
    private bool HasConfigurationFile => Component switch
    {
        ControlPlaneComponent.Kubelet => flags.Last("config") is not null || flags.Last("config-dir") is not null,
        ControlPlaneComponent.KubeProxy or ControlPlaneComponent.Scheduler => flags.Last("config") is not null,
        ControlPlaneComponent.Etcd => flags.Last("config-file") is not null,
        _ => false,
    };

    private static void AddItems(Located<string> list, ImmutableArray<Located<string>>.Builder items)
    {
        var (text, location) = list;
        var isVerbatim = location.Span.Length == text.Length;
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf(',', start);
            if (end < 0)
                end = text.Length;
            var item = text.Substring(start, end - start).Trim();
            if (item.Length > 0)
            {
                var offset = text.IndexOf(item, start, StringComparison.Ordinal);
                items.Add(new Located<string>(item, isVerbatim ? location.Source.At(new TextSpan(location.Span.Start + offset, item.Length)) : location));
            }

            start = end + 1;
        }
    }
}
