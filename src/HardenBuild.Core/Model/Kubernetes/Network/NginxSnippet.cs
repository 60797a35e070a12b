namespace HardenBuild.Model.Kubernetes.Network;

/// <summary>Configuration of nginx in an annotation, as far as rules ask.</summary>
internal sealed class NginxSnippet
{
    private readonly string _text;

    private NginxSnippet(string text) => _text = text;

    /// <summary>Runs Lua code, or names the files of the controller's service account.</summary>
    public bool RunsCodeOrReadsToken =>
        _text.Contains("lua_", StringComparison.OrdinalIgnoreCase) || _text.Contains("_by_lua", StringComparison.OrdinalIgnoreCase)
        || _text.Contains("secrets/kubernetes.io", StringComparison.Ordinal);

    public static NginxSnippet Parse(string text)
    {
        if (text.IndexOf('#') < 0)
            return new NginxSnippet(text);
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var comment = lines[i].IndexOf('#');
            if (comment == 0 || (comment > 0 && lines[i][comment - 1] is ' ' or '\t' or ';' or '{' or '}'))
                lines[i] = lines[i].Substring(0, comment);
        }

        return new NginxSnippet(string.Join("\n", lines));
    }

    /// <summary>Whether one of the directives has the name.</summary>
    public bool Has(string directive)
    {
        foreach (var statement in _text.Split(';', '{', '}'))
        {
            var start = statement.Trim();
            if (start.StartsWith(directive, StringComparison.OrdinalIgnoreCase) && (start.Length == directive.Length || char.IsWhiteSpace(start[directive.Length])))
                return true;
        }

        return false;
    }
}
