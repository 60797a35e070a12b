namespace HardenBuild.Model.Compose.Schema;

/// <summary>The keys of a Compose file and what may stand there.</summary>
/// <remarks>
/// Compose specification as of Docker Compose 5.0 (docs.docker.com/reference/compose-file), with the keys of Compose file formats 2 and 3 that Docker Compose still reads.
/// Extensions, <c>x-…</c>, are allowed in every mapping of known keys.
/// </remarks>
internal static partial class ComposeSchema
{
    private static readonly ComposeShape Text = new() { Scalars = ScalarKinds.Text };
    private static readonly ComposeShape Flag = new() { Scalars = ScalarKinds.Boolean | ScalarKinds.Text };
    private static readonly ComposeShape Whole = new() { Scalars = ScalarKinds.Integer | ScalarKinds.Text };
    private static readonly ComposeShape Number = new() { Scalars = ScalarKinds.Number | ScalarKinds.Text };
    private static readonly ComposeShape Count = Whole with { Check = ValueChecks.NotNegative };
    private static readonly ComposeShape Size = Number with { Check = ValueChecks.Size };
    private static readonly ComposeShape TextSize = Text with { Check = ValueChecks.Size };
    private static readonly ComposeShape Duration = Text with { Check = ValueChecks.Duration };
    private static readonly ComposeShape Texts = new() { Items = Text };
    private static readonly ComposeShape TextOrTexts = Text.Or(Texts);
    private static readonly ComposeShape Command = TextOrTexts with { Scalars = ScalarKinds.Text | ScalarKinds.Null };
    private static readonly ComposeShape PlainValue = new() { Scalars = ScalarKinds.Text | ScalarKinds.Number | ScalarKinds.Boolean | ScalarKinds.Null };

    /// <summary>A mapping of names to values, or a list of <c>NAME=value</c>.</summary>
    private static readonly ComposeShape KeyValues = new() { Values = PlainValue, Items = Text };

    private static readonly ComposeShape DriverOptions = new() { Values = new ComposeShape { Scalars = ScalarKinds.Text | ScalarKinds.Number } };

    private static readonly ComposeShape Hosts = new() { Values = TextOrTexts, Items = Text };

    private static readonly ComposeShape Ulimits = new() { Values = Whole.Or(Keys(("hard", Whole), ("soft", Whole)).Requiring("soft", "hard")) };

    private static readonly ComposeShape Hook = Keys(
        ("command", Command), ("environment", KeyValues), ("privileged", Flag), ("user", Text), ("working_dir", Text)).Requiring("command");

    private static readonly ComposeShape StartHook = Keys(
        ("command", Command), ("environment", KeyValues), ("image", Text), ("per_replica", Flag), ("privileged", Flag), ("user", Text), ("working_dir", Text));

    /// <summary>A secret or config in a service: its name, or its name and its place.</summary>
    private static readonly ComposeShape Granted = new()
    {
        Items = Text.Or(Keys(("gid", Text), ("mode", Number), ("source", Text), ("target", Text), ("uid", Text))),
    };

    /// <summary>A whole file.</summary>
    public static ComposeShape File { get; } = Keys(
        ("configs", Named(Config)),
        ("include", new ComposeShape { Items = Text.Or(Keys(("env_file", TextOrTexts), ("path", TextOrTexts), ("project_directory", Text))) }),
        ("models", Named(Model)),
        ("name", Text with { Check = ValueChecks.ProjectName }),
        ("networks", Named(Network)),
        ("secrets", Named(Secret)),
        ("services", Named(Service)),
        ("version", Text),
        ("volumes", Named(Volume)));

    private static ComposeShape Keys(params ReadOnlySpan<(string Key, ComposeShape Shape)> members)
    {
        var known = new Dictionary<string, ComposeShape>(members.Length, StringComparer.Ordinal);
        foreach (var (key, shape) in members)
            known.Add(key, shape);
        return new ComposeShape { Members = known };
    }

    private static ComposeShape Named(ComposeShape shape) => new() { Values = shape, HasPlainNames = true };

    private static ComposeShape OrNull(ComposeShape shape) => shape with { Scalars = shape.Scalars | ScalarKinds.Null };
}
