namespace HardenBuild.Model.Docker.Containers;

/// <summary>A security option taken apart: <c>seccomp:unconfined</c>, <c>seccomp=unconfined</c> and <c>no-new-privileges</c>.</summary>
/// <param name="Value">Null when the option is a name alone.</param>
internal readonly record struct SecurityOption(string Name, string? Value)
{
    /// <remarks>dockerd takes <c>=</c> and, for compatibility, <c>:</c>; <c>label=type:spc_t</c> has its colon in the value.</remarks>
    public static SecurityOption Parse(string text)
    {
        var separator = text.IndexOfAny([':', '=']);
        return separator < 0
            ? new SecurityOption(text.Trim(), null)
            : new SecurityOption(text.Substring(0, separator).Trim(), text.Substring(separator + 1).Trim());
    }
}
