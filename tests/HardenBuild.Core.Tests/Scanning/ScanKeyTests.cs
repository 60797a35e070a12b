using System.Collections.Immutable;
using System.Reflection;
using HardenBuild.Configuration.Levels;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.PodSecurity;
using HardenBuild.Rules;
using HardenBuild.Scanning;
using HardenBuild.Scanning.Caching;
using HardenBuild.Scanning.Discovery;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Scanning;

/// <summary>Whoever adds a property to what a scan is given is told here to add it to the key.</summary>
public sealed class ScanKeyTests
{
    private static readonly InputFile File = new("/r/Dockerfile", "Dockerfile", InputFormat.Dockerfile);
    private static readonly ReadInput Input = new(File, SourceText.From("Dockerfile", "FROM a"), null, null);
    private static readonly ConfigurationText Configuration = new("/r", SourceText.From(".editorconfig", "[*]"));

    private static readonly ScanInputs Inputs = new()
    {
        Options = new ScanOptions { Paths = ["/r"] },
        Root = "/r",
        Files = [Input],
        Configurations = [Configuration],
        PeerConfigurations = [Configuration],
        UnreadablePaths = [new UnreadablePath("a", "b")],
        PathErrors = ["c"],
    };

    public static TheoryData<string> Options => Names<ScanOptions>();

    public static TheoryData<string> ClusterProperties => Names<ClusterTarget>();

    public static TheoryData<string> Properties => Names<ScanInputs>();

    public static TheoryData<string> FileProperties => Names<InputFile>();

    public static TheoryData<string> ReadProperties => Names<ReadInput>();

    [Fact]
    public void Is_the_same_for_equal_inputs() => Assert.Equal(ScanKey.Of(Inputs), ScanKey.Of(Inputs with { Files = [Input with { File = File with { } }] }));

    [Theory]
    [MemberData(nameof(Options))]
    public void Covers_every_option(string name) => AssertDiffers(Inputs with { Options = Altered(Inputs.Options with { }, name) });

    [Theory]
    [MemberData(nameof(ClusterProperties))]
    public void Covers_every_property_of_the_cluster(string name) =>
        AssertDiffers(Inputs with { Options = Inputs.Options with { Cluster = Altered(Inputs.Options.Cluster with { }, name) } });

    [Theory]
    [MemberData(nameof(Properties))]
    public void Covers_every_property_of_the_inputs(string name) => AssertDiffers(Altered(Inputs with { }, name));

    [Theory]
    [MemberData(nameof(FileProperties))]
    public void Covers_every_property_of_a_file(string name) => AssertDiffers(Inputs with { Files = [Input with { File = Altered(File with { }, name) }] });

    [Theory]
    [MemberData(nameof(ReadProperties))]
    public void Covers_all_that_was_read(string name) => AssertDiffers(Inputs with { Files = [Altered(Input with { }, name)] });

    [Fact]
    public void Covers_folders_marks_and_reasons()
    {
        AssertDiffers(Inputs with { Configurations = [Configuration with { Folder = "/" }] });
        AssertDiffers(Inputs with { Configurations = [Configuration with { Text = SourceText.From(".editorconfig", "\uFEFF[*]") }] });
        AssertDiffers(Inputs with { UnreadablePaths = [new UnreadablePath("a", "x")] });
        AssertDiffers(Inputs with { UnreadablePaths = [new UnreadablePath("x", "b")] });
        var failed = Inputs with { Files = [Input with { Text = null, Failure = new SourceReadFailure(IsTooLarge: false, "r") }] };
        Assert.NotEqual(ScanKey.Of(failed), ScanKey.Of(failed with { Files = [Input with { Text = null, Failure = new SourceReadFailure(IsTooLarge: true, "r") }] }));
    }

    [Fact]
    public void Tells_where_one_value_ends_and_the_next_begins() => Assert.NotEqual(
        ScanKey.Of(Inputs with { PathErrors = ["ab", "c"] }),
        ScanKey.Of(Inputs with { PathErrors = ["a", "bc"] }));

    private static TheoryData<string> Names<T>() =>
        [.. typeof(T).GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(static property => property.CanWrite).Select(static property => property.Name)];

    private static T Altered<T>(T record, string name)
    {
        var property = typeof(T).GetProperty(name)!;
        property.SetValue(record, property.GetValue(record) switch
        {
            bool flag => !flag,
            RuleMode mode => mode + 1,
            RuleLevel => RuleLevel.Preview,
            InputFormat format => format + 1,
            ImmutableArray<string> list => list.Add("x"),
            ImmutableArray<ReadInput> list => list.Add(Input),
            ImmutableArray<SourceText> list => list.Add(SourceText.From("values-x.yaml", "x")),
            ImmutableArray<ConfigurationText> list => list.Add(Configuration),
            ImmutableArray<UnreadablePath> list => list.Add(new UnreadablePath("x", "y")),
            ScanOptions options => options with { Mode = RuleMode.All },
            InputFile file => file with { FullPath = "/x" },
            SourceText text => SourceText.From(text.Path, "x"),
            ClusterTarget cluster => cluster with { Level = PodSecurityLevel.Baseline },
            string text => text + "x",
            null when property.PropertyType == typeof(string) => "x",
            null when property.PropertyType == typeof(PodSecurityLevel?) => PodSecurityLevel.Privileged,
            null when property.PropertyType == typeof(KubernetesVersion?) => new KubernetesVersion(0),
            null when property.PropertyType == typeof(SourceText) => SourceText.From(".env", "x"),
            null when property.PropertyType == typeof(SourceReadFailure) => new SourceReadFailure(IsTooLarge: false, "x"),
            var value => throw new NotSupportedException($"{name}: say how to alter a {value?.GetType() ?? property.PropertyType}"),
        });
        return record;
    }

    private static void AssertDiffers(ScanInputs other) => Assert.NotEqual(ScanKey.Of(Inputs), ScanKey.Of(other));
}
