using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Containers;

/// <summary>A connection string of ADO.NET in an environment variable: <c>Server=db;Encrypt=False</c>.</summary>
/// <param name="Settings">In the order of the text.</param>
internal sealed record ConnectionString(ImmutableArray<ConnectionSetting> Settings)
{
    private static readonly char[] AfterServer = [',', ':', '\\'];

    /// <summary>The host of the server, without protocol, port and instance; null where none is named.</summary>
    public string? Server
    {
        get
        {
            foreach (var setting in Settings)
            {
                if (setting.Key is not ("server" or "datasource" or "host" or "address" or "addr"))
                    continue;
                var text = setting.Value.StartsWith("tcp:", StringComparison.Ordinal) ? setting.Value.Substring("tcp:".Length) : setting.Value;
                return text.Split(AfterServer)[0].Trim();
            }

            return null;
        }
    }

    /// <summary>The connection string that a variable holds; null when the file does not say it or it is none. Unknown variables stay as they are written.</summary>
    public static ConnectionString? Of(NamedValue variable)
    {
        if ((variable.Value ?? variable.Written) is not { } text || !IsName(variable.Name.Value) || !text.Value.Contains('='))
            return null;
        var settings = ImmutableArray.CreateBuilder<ConnectionSetting>();
        for (var start = 0; start < text.Value.Length;)
        {
            var end = text.Value.IndexOf(';', start);
            if (end < 0)
                end = text.Value.Length;
            var equals = text.Value.IndexOf('=', start, end - start);
            if (equals > start)
            {
                settings.Add(new ConnectionSetting(
                    text.Value.Substring(start, end - start).Trim(),
                    text.Value.Substring(start, equals - start).Replace(" ", "").ToLowerInvariant(),
                    text.Value.Substring(equals + 1, end - equals - 1).Trim().ToLowerInvariant(),
                    LocatedText.Part(text, TextSpan.FromBounds(start, end))));
            }

            start = end + 1;
        }

        return new ConnectionString(settings.ToImmutable());
    }

    /// <summary>Whether a server is the container's own host or machine.</summary>
    public static bool IsLocal(string server) => server is "" or "localhost" or "." or "(local)" or "(localdb)" or "::1" or "host.docker.internal" || server.StartsWith("127.", StringComparison.Ordinal);

    private static bool IsName(string name) =>
        name.StartsWith("ConnectionStrings__", StringComparison.OrdinalIgnoreCase) || name.StartsWith("ConnectionStrings:", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("ConnectionString", StringComparison.OrdinalIgnoreCase) || name.EndsWith("CONNECTION_STRING", StringComparison.OrdinalIgnoreCase);
}
