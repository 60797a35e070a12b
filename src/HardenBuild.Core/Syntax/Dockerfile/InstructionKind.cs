namespace HardenBuild.Syntax.Dockerfile;

/// <summary>The keywords of the Dockerfile reference.</summary>
internal enum InstructionKind
{
    /// <summary>A keyword that the reference does not know.</summary>
    Unknown,
    Add,
    Arg,
    Cmd,
    Copy,
    Entrypoint,
    Env,
    Expose,
    From,
    Healthcheck,
    Label,
    Maintainer,
    Onbuild,
    Run,
    Shell,
    Stopsignal,
    User,
    Volume,
    Workdir,
}
