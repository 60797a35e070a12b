using System.Globalization;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Containers;

/// <summary>When a container that ended is started again.</summary>
/// <param name="Condition"><c>no</c>, <c>always</c>, <c>unless-stopped</c>, <c>on-failure</c>; for swarms also <c>any</c> and <c>none</c>. Its place is what a person would change.</param>
/// <param name="MaxAttempts">Null when none are counted.</param>
internal sealed record RestartPolicy(Located<string> Condition, long? MaxAttempts)
{
    /// <summary>Reads <c>on-failure:5</c>.</summary>
    public static RestartPolicy Parse(Located<string> text)
    {
        if (text.Value.Split(':') is not [var condition, var attempts])
            return new RestartPolicy(text, null);
        return new RestartPolicy(new Located<string>(condition, text.Location), long.TryParse(attempts, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);
    }
}
