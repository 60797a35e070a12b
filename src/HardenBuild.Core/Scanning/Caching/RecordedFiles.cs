using System.Collections.Concurrent;
using System.Collections.Immutable;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Text;

namespace HardenBuild.Scanning.Caching;

/// <summary>The files of a repository, with a record of all that was asked about them. Safe for many threads.</summary>
internal sealed class RecordedFiles(RepositoryFiles files) : RepositoryFiles
{
    /// <summary>What is larger than any reader takes counts as missing, then as now.</summary>
    private const int MaxBytes = 1 << 27;

    private readonly ConcurrentDictionary<(FileQuestion Question, string Path), string?> _answers = new();

    /// <summary>Each question once, with its answer.</summary>
    public ImmutableArray<FileAnswer> Answers => [.. _answers.Select(static pair => new FileAnswer(pair.Key.Question, pair.Key.Path, pair.Value))];

    /// <summary>Whether the disk still says what it said when the answers were recorded.</summary>
    public static bool Hold(ImmutableArray<FileAnswer> answers, RepositoryFiles files)
    {
        foreach (var answer in answers)
        {
            var now = answer.Question switch
            {
                FileQuestion.Entries => Describe(files.List(answer.Path)),
                FileQuestion.Text => Describe(files.Read(answer.Path)),
                FileQuestion.Bytes => Describe(files.ReadBytes(answer.Path, MaxBytes)),
                _ => Describe(files.IsIgnored(answer.Path)),
            };
            if (now != answer.Answer)
                return false;
        }

        return true;
    }

    public override bool IsIgnored(string path)
    {
        var isIgnored = files.IsIgnored(path);
        _answers[(FileQuestion.IsIgnored, path)] = Describe(isIgnored);
        return isIgnored;
    }

    protected override IReadOnlyDictionary<string, bool>? ListFolder(string folder)
    {
        var entries = files.List(folder);
        _answers[(FileQuestion.Entries, folder)] = Describe(entries);
        return entries;
    }

    protected override SourceText? ReadText(string path)
    {
        var text = files.Read(path);
        _answers[(FileQuestion.Text, path)] = Describe(text);
        return text;
    }

    protected override byte[]? ReadContent(string path, int maxBytes)
    {
        var bytes = files.ReadBytes(path, MaxBytes);
        _answers[(FileQuestion.Bytes, path)] = Describe(bytes);
        return bytes?.Length > maxBytes ? null : bytes;
    }

    private static string? Describe(byte[]? bytes) => bytes is null ? null : ContentHash.Of(bytes);

    private static string Describe(bool isIgnored) => isIgnored ? "yes" : "no";

    private static string? Describe(SourceText? text) => text is null ? null : ContentHash.Of(text);

    private static string? Describe(IReadOnlyDictionary<string, bool>? entries)
    {
        if (entries is null)
            return null;
        var names = entries.Keys.ToArray();
        Array.Sort(names, StringComparer.Ordinal);
        using var hash = new ContentHash();
        foreach (var name in names)
        {
            hash.Add(name);
            hash.AddFlag(entries[name]);
        }

        return hash.Finish();
    }
}
