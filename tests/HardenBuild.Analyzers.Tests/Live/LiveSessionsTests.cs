using System.Collections.Immutable;
using HardenBuild.Analyzers.Live;
using HardenBuild.Configuration.Levels;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Rules;
using HardenBuild.Scanning.Live;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace HardenBuild.Analyzers.Tests.Live;

/// <summary>What did not change is not scanned again: each key pressed in a C# file starts a new compilation.</summary>
public sealed class LiveSessionsTests
{
    private static readonly KnownText Dockerfile = new("/repo/Dockerfile", SourceText.From("FROM alpine:latest\n"));
    private static readonly KnownText Compose = new("/repo/compose.yaml", SourceText.From("services:\n  api:\n    image: contoso/api\n"));
    private static readonly KnownText Settings = new("/repo/.editorconfig", SourceText.From("root = true\n"));

    private readonly LiveSessions _sessions = new();

    [Fact]
    public void An_unchanged_file_is_scanned_once()
    {
        var first = Run(Dockerfile, Dockerfile, Settings);
        Assert.NotEmpty(first);
        Assert.Same(first, Run(Dockerfile, Dockerfile, Settings, new("/repo/other/Dockerfile", SourceText.From("FROM scratch\n"))));
    }

    [Fact]
    public void Unchanged_Compose_files_are_scanned_once()
    {
        var first = Run(Compose, Compose, Dockerfile).First();
        Assert.Same(first, Run(Compose, Compose, Dockerfile with { Text = SourceText.From("FROM scratch\n") }).First());
        Assert.NotSame(first, Run(Compose, Compose, new("/repo/compose.override.yaml", SourceText.From("services: {}\n"))).First());
    }

    [Fact]
    public void A_changed_text_is_scanned_again()
    {
        var changed = Dockerfile with { Text = SourceText.From("FROM alpine:latest\nUSER 10001\n") };
        Assert.NotSame(Run(Dockerfile, Dockerfile), Run(changed, changed));
    }

    [Fact]
    public void A_changed_configuration_starts_anew()
    {
        var off = Settings with { Text = SourceText.From("root = true\n[*]\ndotnet_analyzer_diagnostic.severity = none\n") };
        Assert.NotEmpty(Run(Dockerfile, Dockerfile, Settings));
        Assert.Empty(Run(Dockerfile, Dockerfile, off));
    }

    [Fact]
    public void Several_projects_keep_what_they_found()
    {
        var first = Run(Dockerfile, Dockerfile);
        for (var i = 0; i < 10; i++)
            _sessions.Open(Options("/other" + i), [], TestContext.Current.CancellationToken);
        Assert.Same(first, Run(Dockerfile, Dockerfile));
    }

    [Fact]
    public void Projects_that_are_long_closed_are_forgotten()
    {
        var session = _sessions.Open(Options("/repo"), [], TestContext.Current.CancellationToken);
        Assert.Same(session, _sessions.Open(Options("/repo"), [], TestContext.Current.CancellationToken));
        for (var i = 0; i < 16; i++)
            _sessions.Open(Options("/other" + i), [], TestContext.Current.CancellationToken);
        Assert.NotSame(session, _sessions.Open(Options("/repo"), [], TestContext.Current.CancellationToken));
    }

    private IEnumerable<HardenBuild.Scanning.ReportedFinding> Run(KnownText asked, params ReadOnlySpan<KnownText> files)
    {
        var texts = ImmutableArray.CreateBuilder<AdditionalText>();
        foreach (var file in files)
            texts.Add(new Handed(file));
        var all = texts.ToImmutable();
        return _sessions.Open(Options("/repo"), all, TestContext.Current.CancellationToken).Findings(asked, all, TestContext.Current.CancellationToken);
    }

    private static LiveOptions Options(string root) => new(root, RuleMode.Default, RuleLevel.Latest, ClusterTarget.Unspecified, [], [], null);

    private sealed class Handed(KnownText file) : AdditionalText
    {
        public override string Path => file.Path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => file.Text;
    }
}
