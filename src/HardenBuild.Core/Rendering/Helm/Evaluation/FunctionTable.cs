using HardenBuild.Rendering.Helm.Functions;

namespace HardenBuild.Rendering.Helm.Evaluation;

/// <summary>The functions that templates can call, by name.</summary>
internal sealed class FunctionTable
{
    private readonly Dictionary<string, TemplateFunction> _functions = new(StringComparer.Ordinal);

    /// <param name="functions">Of two with one name the later one counts.</param>
    public FunctionTable(IEnumerable<TemplateFunction> functions)
    {
        foreach (var function in functions)
            _functions[function.Name] = function;
    }

    public bool Contains(string name) => _functions.ContainsKey(name);

    /// <summary>Null where there is no function of the name.</summary>
    public TemplateFunction? Find(string name) => _functions.TryGetValue(name, out var function) ? function : null;
}
