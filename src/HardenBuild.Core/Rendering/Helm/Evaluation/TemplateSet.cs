using HardenBuild.Syntax.GoTemplate;

namespace HardenBuild.Rendering.Helm.Evaluation;

/// <summary>The templates of a release by name.</summary>
internal sealed class TemplateSet
{
    private readonly Dictionary<string, TemplateDefinition> _templates = new(StringComparer.Ordinal);
    private readonly TemplateSet? _outer;

    public TemplateSet()
    {
    }

    private TemplateSet(TemplateSet outer) => _outer = outer;

    /// <summary>Adds what a file prints and what it defines. The last of a name counts, but one that holds only blanks never replaces another.</summary>
    public void Add(GoTemplateFile file)
    {
        Add(file.Main);
        foreach (var definition in file.Definitions)
            Add(definition);
    }

    /// <summary>Null where there is no template of the name.</summary>
    public TemplateDefinition? Find(string name)
    {
        for (var set = this; set is not null; set = set._outer)
        {
            if (set._templates.TryGetValue(name, out var definition))
                return definition;
        }

        return null;
    }

    /// <summary>A set that starts with the templates of this one and keeps its own to itself.</summary>
    public TemplateSet Overlay() => new(this);

    private void Add(TemplateDefinition definition)
    {
        if (!definition.IsEmpty || Find(definition.Name) is null)
            _templates[definition.Name] = definition;
    }
}
