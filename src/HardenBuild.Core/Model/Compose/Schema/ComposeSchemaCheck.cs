using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Compose.Schema;

/// <summary>Holds a Compose file against <see cref="ComposeSchema"/>.</summary>
/// <param name="variables">Replace the variables in values; what depends on others is not looked at.</param>
/// <param name="isBase">False for a file that is merged over others, where a value that is left out changes nothing.</param>
internal sealed class ComposeSchemaCheck(ComposeVariables variables, bool isBase)
{
    /// <summary>As many as anyone reads; bounds what a file that is no Compose file gives.</summary>
    private const int MaxViolations = 100;

    private readonly List<ComposeViolation> _violations = [];

    /// <summary>What an anchor names is held against a shape once, however many aliases there are.</summary>
    private readonly HashSet<(YamlNode Node, ComposeShape Shape)> _seen = [];

    /// <summary>What is wrong, in order of the text.</summary>
    public IReadOnlyList<ComposeViolation> Run(YamlFile file)
    {
        if (file.Documents.Length == 0 && file.Errors.IsEmpty)
            Report(file.Source.At(default), "The file is empty, so Docker Compose refuses it; write 'services:' or delete it");
        foreach (var document in file.Documents)
        {
            if (document.Root is { } root)
                CheckRoot(root);
            else if (file.Documents.Length == 1)
                Report(file.Source.At(default), "The file is empty, so Docker Compose refuses it; write 'services:' or delete it");
        }

        _violations.Sort(static (a, b) => a.Location.Span.Start.CompareTo(b.Location.Span.Start));
        return _violations;
    }

    private void CheckRoot(YamlNode root)
    {
        if (root.AsMapping is not null)
            Check(root, ComposeSchema.File, "the Compose file");
        else if (root is YamlScalar { IsNull: true })
            Report(root.Location, "The file is empty, so Docker Compose refuses it; write 'services:' or delete it");
        else
            Report(root.Location, "The Compose file must be a mapping with 'services', so Docker Compose refuses this one");
    }

    /// <param name="name">The place in the words of a message: <c>'image'</c>.</param>
    private void Check(YamlNode written, ComposeShape shape, string name)
    {
        var node = written.Resolve();
        if (shape.IsOpen || _violations.Count >= MaxViolations || (written is YamlAlias && !_seen.Add((node, shape))))
            return;
        switch (node)
        {
            case YamlMapping mapping when shape.AllowsMapping:
                CheckMapping(mapping, shape, name);
                break;
            case YamlSequence sequence when shape.Items is { } items:
                CheckItems(sequence, shape, items, name);
                break;
            case YamlScalar scalar:
                CheckScalar(scalar, shape, name);
                break;
            case YamlMapping or YamlSequence when node.Tag is not "!reset":
                Report(node.Location, $"{Capitalized(name)} must be {ShapeWords.Describe(shape)}, not {ShapeWords.Describe(node)}");
                break;
        }
    }

    private void CheckMapping(YamlMapping mapping, ComposeShape shape, string name)
    {
        foreach (var member in mapping.Members)
        {
            if (member.IsMerge)
            {
                CheckMerged(member.Value, shape, name);
                continue;
            }

            if (member.Key is not { } key || ScalarKind.Of(key) is not (ScalarKinds.Text or ScalarKinds.None))
            {
                Report(member.KeyLocation, $"The key '{member.KeyNode}' in {name} is no text, so Docker Compose refuses the file; put it in quotes");
                continue;
            }

            if (key.Value.StartsWith("x-", StringComparison.Ordinal))
                continue;
            if (shape.Members is { } members && members.TryGetValue(key.Value, out var known))
                Check(member.Value, known, $"'{key.Value}'");
            else if (shape.Values is { } values)
                CheckNamed(member, key, values, shape, name);
            else
                Report(member.KeyLocation, $"'{key.Value}' is no key of {name}{ShapeWords.Suggest(key.Value, shape)}, so Docker Compose refuses the file");
        }

        foreach (var required in shape.Required)
        {
            if (mapping.Find(required) is null && isBase)
                Report(new SourceLocation(mapping.Source, ShapeWords.HeadOf(mapping)), $"{Capitalized(name)} lacks '{required}', so Docker Compose refuses the file");
        }
    }

    private void CheckNamed(YamlMember member, YamlScalar key, ComposeShape values, ComposeShape shape, string name)
    {
        if (shape.HasPlainNames && !ShapeWords.IsPlainName(key.Value))
            Report(member.KeyLocation, $"'{key.Value}' is no name that Docker Compose accepts in {name}; use letters, digits, '.', '-' and '_'");
        else if (!shape.HasPlainNames && key.Value.Length > 0 && key.Value[key.Value.Length - 1] is ' ' or '\t')
            ReportValue(member.KeyLocation, $"The name '{key.Value}' ends with a blank, so Docker Compose refuses the file; delete the blank");
        Check(member.Value, values, $"'{key.Value}'");
    }

    private void CheckMerged(YamlNode merged, ComposeShape shape, string name)
    {
        foreach (var one in merged.AsSequence?.Items ?? [merged])
        {
            if (one.AsMapping is { } mapping && _seen.Add((mapping, shape)))
                CheckMapping(mapping, shape with { Required = [] }, name);
        }
    }

    private void CheckItems(YamlSequence sequence, ComposeShape shape, ComposeShape items, string name)
    {
        var seen = shape.IsSet ? new HashSet<string>(StringComparer.Ordinal) : null;
        foreach (var item in sequence.Items)
        {
            Check(item, items, $"an item of {name}");
            if (seen is not null && item.AsScalar is { } scalar && !seen.Add(scalar.Value))
                ReportValue(item.Location, $"'{scalar.Value}' stands in {name} twice, so Docker Compose refuses the file; delete one");
        }
    }

    private void CheckScalar(YamlScalar scalar, ComposeShape shape, string name)
    {
        if (scalar.Tag is "!reset" || (scalar.IsNull && !isBase))
            return;
        var kind = ScalarKind.Of(scalar);
        if (ComposeInterpolation.FindError(scalar.Value) is { } wrong)
        {
            ReportValue(new SourceLocation(scalar.Source, scalar.SpanOf(wrong, 1) ?? scalar.ContentSpan), $"The dollar sign in {name} begins no variable, so Docker Compose refuses the file; write '$$' for the sign itself");
            return;
        }

        // With a variable in it the text is whatever type is wanted.
        var isComputed = scalar.Value.Contains('$');
        if (kind != ScalarKinds.None && (shape.Scalars & kind) == 0 && !(isComputed && shape.Scalars != ScalarKinds.None))
        {
            Report(scalar.Location, $"{Capitalized(name)} must be {ShapeWords.Describe(shape)}, not {ShapeWords.Describe(scalar)}");
            return;
        }

        if (scalar.IsNull || (isComputed ? ComposeInterpolation.Expand(scalar.Value, variables) : scalar.Value) is not { } text)
            return;
        if (shape.Words.Count > 0 && !shape.Words.Contains(text, StringComparer.Ordinal))
            ReportValue(scalar.Location, $"'{text}' is no value of {name}; write {ShapeWords.OneOf(shape.Words)}");
        else if (shape.Check?.Invoke(text) is { } reason)
            ReportValue(scalar.Location, $"'{text}' in {name} {reason}");
    }

    private void Report(SourceLocation location, string message) => _violations.Add(new ComposeViolation(IsShape: true, location, message));

    private void ReportValue(SourceLocation location, string message) => _violations.Add(new ComposeViolation(IsShape: false, location, message));

    private static string Capitalized(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);
}
