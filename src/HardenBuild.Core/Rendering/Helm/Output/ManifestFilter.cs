using HardenBuild.Rendering.Helm.Functions.Yaml;
using YamlDotNet.Core.Events;

namespace HardenBuild.Rendering.Helm.Output;

/// <summary>Takes of a manifest only what Helm looks at: definitions of custom resources run to megabytes.</summary>
internal sealed class ManifestFilter : YamlFilter
{
    private readonly Stack<Frame> _open = new();
    private bool _skipsNext;
    private int _skipped;

    private enum Part
    {
        Root,
        Metadata,

        /// <summary>Taken as a whole.</summary>
        Whole,
    }

    public override bool Takes(ParsingEvent current) => IsWanted(current) && !NeedsAll;

    private bool IsWanted(ParsingEvent current)
    {
        switch (current)
        {
            case AnchorAlias:
                NeedsAll = true;
                return !Skips(isStart: false);
            case Scalar scalar:
                return !Skips(isStart: false) && TakesScalar(scalar);
            case MappingStart or SequenceStart:
                return !Skips(isStart: true) && Open(current is MappingStart);
            case MappingEnd or SequenceEnd:
                return Close();
            default:
                return true;
        }
    }

    /// <summary>Whether a node belongs to what is passed over.</summary>
    private bool Skips(bool isStart)
    {
        if (_skipped > 0)
        {
            if (isStart)
                _skipped++;
            return true;
        }

        if (!_skipsNext)
            return false;
        _skipsNext = false;
        _skipped = isStart ? 1 : 0;
        return true;
    }

    private bool TakesScalar(Scalar scalar)
    {
        if (_open.Count == 0 || _open.Peek() is not { Part: not Part.Whole } frame)
            return true;
        if (!frame.ExpectsKey)
        {
            frame.ExpectsKey = true;
            return true;
        }

        if (scalar.Value == "<<")
            NeedsAll = true;
        var isWanted = frame.Part == Part.Root ? Is(scalar, "apiVersion") || Is(scalar, "kind") || Is(scalar, "metadata") : Is(scalar, "name") || Is(scalar, "annotations");
        frame.LeadsToMetadata = frame.Part == Part.Root && Is(scalar, "metadata");
        frame.ExpectsKey = !isWanted;
        _skipsNext = !isWanted;
        return isWanted;
    }

    private bool Open(bool isMapping)
    {
        var part = Part.Whole;
        if (_open.Count == 0)
        {
            part = isMapping ? Part.Root : Part.Whole;
        }
        else if (_open.Peek() is { Part: not Part.Whole } frame)
        {
            NeedsAll |= frame.ExpectsKey;
            part = isMapping && frame.LeadsToMetadata ? Part.Metadata : Part.Whole;
            frame.ExpectsKey = true;
        }

        _open.Push(new Frame(part));
        return true;
    }

    private bool Close()
    {
        if (_skipped > 0)
        {
            _skipped--;
            return false;
        }

        _open.Pop();
        return true;
    }

    // Go's decoder takes names in any case.
    private static bool Is(Scalar scalar, string name) => string.Equals(scalar.Value, name, StringComparison.OrdinalIgnoreCase);

    private sealed class Frame(Part part)
    {
        public Part Part { get; } = part;

        public bool ExpectsKey { get; set; } = true;

        public bool LeadsToMetadata { get; set; }
    }
}
