namespace HardenBuild.Model.Compose.Projects;

/// <summary>How sure it is that files are used together.</summary>
internal enum ComposeFileGroupKind
{
    /// <summary>What Docker Compose or Visual Studio starts without being told more, or what settings list.</summary>
    Project,

    /// <summary>A base and a file beside it whose name says that it is merged over it, <c>docker-compose.prod.yml</c>.</summary>
    Variant,

    /// <summary>A file that is merged over another one which is not here.</summary>
    Fragment,
}
