using System.Collections.Immutable;
using HardenBuild.Rendering.Helm;
using HardenBuild.Rendering.Helm.Functions.RegularExpressions;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Model.Helm.Schema;

/// <summary>Checks values against a schema, as Helm does before it renders.</summary>
/// <remarks>JSON Schema drafts 4 to 2020-12 as far as charts use them. A keyword that is not known here, and a reference into another file, accepts everything.</remarks>
internal sealed class SchemaCheck
{
    private const int MostFailures = 50;
    private const int Deepest = 200;

    private readonly GoMap _root;
    private readonly RenderBudget _budget = new(RenderLimits.Default, CancellationToken.None);
    private readonly bool _isReferenceAlone;

    private SchemaCheck(GoMap root)
    {
        _root = root;
        // Up to draft 7 what stands beside a reference is ignored.
        _isReferenceAlone = root.Entries.TryGetValue("$schema", out var version) && version is GoString { Value: var text } && text.Contains("/draft-0", StringComparison.Ordinal);
    }

    /// <summary>What the schema refuses; empty where it costs too much to tell.</summary>
    public static List<SchemaFailure> Run(GoMap schema, GoMap values)
    {
        var failures = new List<SchemaFailure>();
        try
        {
            new SchemaCheck(schema).Check(schema, values, [], failures, 0);
        }
        catch (RenderLimitException)
        {
            failures.Clear();
        }

        return failures;
    }

    private void Check(GoValue schema, GoValue value, ImmutableArray<string> path, List<SchemaFailure> failures, int depth)
    {
        _budget.Spend(1);
        if (depth > Deepest || failures.Count >= MostFailures)
            return;
        if (schema is GoBoolean { Value: false })
            failures.Add(new SchemaFailure(path, value, schema, "nothing is allowed here"));
        if (schema is not GoMap { Entries: var keywords })
            return;
        if (keywords.TryGetValue("$ref", out var reference) && reference is GoString { Value: var name })
        {
            if (SchemaReferences.Resolve(_root, name) is { } target)
                Check(target, value, path, failures, depth + 1);
            if (_isReferenceAlone)
                return;
        }

        CheckValue(keywords, value, path, failures);
        CheckCombined(keywords, value, path, failures, depth);
        if (value is GoMap map)
            CheckMap(keywords, map, path, failures, depth);
        else if (value is GoList list)
            CheckList(keywords, list, path, failures, depth);
    }

    private void CheckValue(Dictionary<string, GoValue> keywords, GoValue value, ImmutableArray<string> path, List<SchemaFailure> failures)
    {
        if (keywords.TryGetValue("type", out var type) && !Types(type).Any(wanted => SchemaTypes.Is(value, wanted)))
            Fail(type, $"it is of type {SchemaTypes.NameOf(value)} and must be of type {string.Join(" or ", Types(type))}");
        if (keywords.TryGetValue("enum", out var choices) && choices is GoList { Items: var items } && !items.Exists(item => SchemaTypes.AreEqual(item, value)))
            Fail(choices, $"it must be one of {string.Join(", ", items.Select(static item => "'" + GoPrinter.Print(item) + "'"))}");
        if (keywords.TryGetValue("const", out var constant) && !SchemaTypes.AreEqual(constant, value))
            Fail(constant, $"it must be '{GoPrinter.Print(constant)}'");
        if (SchemaTypes.NumberOf(value) is { } number)
        {
            Limit("minimum", number, static (limit, given) => given >= limit, "at least");
            Limit("maximum", number, static (limit, given) => given <= limit, "at most");
            Limit("exclusiveMinimum", number, static (limit, given) => given > limit, "more than");
            Limit("exclusiveMaximum", number, static (limit, given) => given < limit, "less than");
        }
        else if (value is GoString { Value: var text })
        {
            Limit("minLength", text.Length, static (limit, given) => given >= limit, "of length at least");
            Limit("maxLength", text.Length, static (limit, given) => given <= limit, "of length at most");
            if (keywords.TryGetValue("pattern", out var pattern) && pattern is GoString expression && !Matches(expression.Value, text))
                Fail(pattern, $"it must match '{expression.Value}'");
        }

        void Limit(string keyword, double given, Func<double, double, bool> holds, string words)
        {
            if (keywords.TryGetValue(keyword, out var limit) && SchemaTypes.NumberOf(limit) is { } bound && !holds(bound, given))
                Fail(limit, $"it must be {words} {GoPrinter.Print(limit)}");
        }

        void Fail(GoValue keyword, string reason) => failures.Add(new SchemaFailure(path, value, keyword, reason));
    }

    private void CheckCombined(Dictionary<string, GoValue> keywords, GoValue value, ImmutableArray<string> path, List<SchemaFailure> failures, int depth)
    {
        foreach (var part in Schemas(keywords, "allOf"))
            Check(part, value, path, failures, depth + 1);
        if (keywords.TryGetValue("anyOf", out var any) && any is GoList { Items: { Count: > 0 } anyItems } && !anyItems.Exists(Accepts))
            failures.Add(new SchemaFailure(path, value, any, "none of the alternatives fits"));
        if (keywords.TryGetValue("oneOf", out var one) && one is GoList { Items: { Count: > 0 } oneItems } && oneItems.FindAll(Accepts).Count is var fitting and not 1)
            failures.Add(new SchemaFailure(path, value, one, fitting == 0 ? "none of the alternatives fits" : "more than one of the alternatives fits"));
        if (keywords.TryGetValue("not", out var not) && Accepts(not))
            failures.Add(new SchemaFailure(path, value, not, "it is what the schema excludes"));
        if (keywords.TryGetValue("if", out var condition) && keywords.TryGetValue(Accepts(condition) ? "then" : "else", out var branch))
            Check(branch, value, path, failures, depth + 1);

        bool Accepts(GoValue schema)
        {
            var inner = new List<SchemaFailure>();
            Check(schema, value, path, inner, depth + 1);
            return inner.Count == 0;
        }
    }

    private void CheckMap(Dictionary<string, GoValue> keywords, GoMap map, ImmutableArray<string> path, List<SchemaFailure> failures, int depth)
    {
        if (keywords.TryGetValue("required", out var required) && required is GoList { Items: var names })
        {
            foreach (var name in names)
            {
                if (name is GoString { Value: var key } && !map.Entries.ContainsKey(key))
                    failures.Add(new SchemaFailure(path, map, name, $"'{key}' is missing", IsMissing: true));
            }
        }

        var known = keywords.TryGetValue("properties", out var listed) ? listed as GoMap : null;
        var patterns = keywords.TryGetValue("patternProperties", out var matched) ? matched as GoMap : null;
        keywords.TryGetValue("additionalProperties", out var rest);
        foreach (var key in map.SortedKeys())
        {
            var (value, isKnown) = (map.Entries[key], false);
            if (known is not null && known.Entries.TryGetValue(key, out var schema))
            {
                isKnown = true;
                Check(schema, value, path.Add(key), failures, depth + 1);
            }

            foreach (var pattern in patterns?.Entries ?? [])
            {
                if (!Matches(pattern.Key, key))
                    continue;
                isKnown = true;
                Check(pattern.Value, value, path.Add(key), failures, depth + 1);
            }

            if (isKnown || rest is null)
                continue;
            if (rest is GoBoolean { Value: false })
                failures.Add(new SchemaFailure(path.Add(key), value, rest, "the schema knows no such key"));
            else
                Check(rest, value, path.Add(key), failures, depth + 1);
        }
    }

    private void CheckList(Dictionary<string, GoValue> keywords, GoList list, ImmutableArray<string> path, List<SchemaFailure> failures, int depth)
    {
        if (keywords.TryGetValue("minItems", out var least) && SchemaTypes.NumberOf(least) > list.Items.Count)
            failures.Add(new SchemaFailure(path, list, least, $"it must have at least {GoPrinter.Print(least)} items"));
        if (keywords.TryGetValue("maxItems", out var most) && SchemaTypes.NumberOf(most) < list.Items.Count)
            failures.Add(new SchemaFailure(path, list, most, $"it must have at most {GoPrinter.Print(most)} items"));
        keywords.TryGetValue("items", out var items);
        for (var i = 0; i < list.Items.Count; i++)
        {
            var schema = items is GoList { Items: var each } ? (i < each.Count ? each[i] : null) : items;
            if (schema is not null)
                Check(schema, list.Items[i], path.Add("[" + i.ToString(System.Globalization.CultureInfo.InvariantCulture) + "]"), failures, depth + 1);
        }
    }

    private bool Matches(string pattern, string text)
    {
        try
        {
            return GoRegex.Compile(pattern).IsMatch(text, _budget);
        }
        catch (RegexSyntaxException)
        {
            // Nobody can say what a pattern means that RE2 refuses.
            return true;
        }
    }

    private static IEnumerable<string> Types(GoValue type) => type switch
    {
        GoString { Value: var one } => [one],
        GoList { Items: var many } => many.OfType<GoString>().Select(static item => item.Value),
        _ => [],
    };

    private static List<GoValue> Schemas(Dictionary<string, GoValue> keywords, string keyword) =>
        keywords.TryGetValue(keyword, out var list) && list is GoList { Items: var items } ? items : [];
}
