namespace HardenBuild.Model.Docker;

/// <summary>Build arguments that the builder itself gives values.</summary>
/// <remarks>Dockerfile reference, sections Predefined ARGs, Automatic platform ARGs in the global scope, BuildKit built-in build args.</remarks>
internal static class PredefinedArguments
{
    /// <summary>Usable in <c>FROM</c> as they are; a stage must declare them.</summary>
    public static bool IsPlatform(string name) => name
        is "TARGETPLATFORM" or "TARGETOS" or "TARGETARCH" or "TARGETVARIANT" or "TARGETOSVERSION" or "TARGETSTAGE"
        or "BUILDPLATFORM" or "BUILDOS" or "BUILDARCH" or "BUILDOSVERSION" or "BUILDVARIANT";

    /// <summary>Usable everywhere without ARG.</summary>
    public static bool IsProxy(string name) => name
        is "HTTP_PROXY" or "http_proxy" or "HTTPS_PROXY" or "https_proxy" or "FTP_PROXY" or "ftp_proxy"
        or "NO_PROXY" or "no_proxy" or "ALL_PROXY" or "all_proxy";

    /// <summary>Given by the build when declared without default.</summary>
    public static bool IsBuiltIn(string name) => IsPlatform(name) || IsProxy(name) || name is "SOURCE_DATE_EPOCH"
        || name.StartsWith("BUILDKIT_", StringComparison.Ordinal);
}
