namespace HardenBuild.Model.Compose.Merging;

/// <summary>The short form that a value may be written in; it is read as the long one.</summary>
internal enum ComposeForm
{
    AsWritten,

    /// <summary>A list of <c>NAME=value</c> for a mapping.</summary>
    KeyValues,

    /// <summary>A list of <c>host=address</c> or <c>host:address</c> for a mapping.</summary>
    Hosts,

    /// <summary>A list of names for a mapping of names to nothing.</summary>
    Names,

    /// <summary>A list of services for a mapping to <c>condition: service_started</c>.</summary>
    Dependencies,

    /// <summary>A single value for a list of one.</summary>
    List,

    /// <summary>A folder for <c>context: folder</c>.</summary>
    Context,

    /// <summary>A service for <c>service: name</c>.</summary>
    Service,

    /// <summary>A file for <c>path: file</c>.</summary>
    Path,
}
