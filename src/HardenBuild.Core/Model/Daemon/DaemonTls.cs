using HardenBuild.Text;

namespace HardenBuild.Model.Daemon;

/// <summary>How dockerd protects the TCP sockets of its API.</summary>
internal sealed class DaemonTls
{
    public DaemonTls(DaemonSettings settings)
    {
        Enabled = settings.Boolean("tls");
        Verify = settings.Boolean("tlsverify");
        VerifiesClients = IsUnknown("tlsverify") || (Verify is null && IsUnknown("tls")) ? null : Verify?.Value ?? Enabled?.Value ?? false;
        MissingFile = IsMissing("tlscacert") ? "tlscacert" : IsMissing("tlscert") ? "tlscert" : IsMissing("tlskey") ? "tlskey" : null;

        bool IsUnknown(string key) => settings.Boolean(key) is null && settings.AbsenceOf(key) is null;
        bool IsMissing(string key) => settings.AbsenceOf(key) is not null || settings.Text(key) is { Value: "" };
    }

    /// <summary><c>tls</c>.</summary>
    public Located<bool>? Enabled { get; }

    /// <summary><c>tlsverify</c>: any value, even false, turns TLS on; true asks clients for a certificate.</summary>
    public Located<bool>? Verify { get; }

    /// <summary>Whether clients must show a certificate; null where the keys cannot be read.</summary>
    /// <remarks>Where only <c>tls</c> is written, dockerd takes its value for <c>tlsverify</c> too (moby, cmd/dockerd, loadDaemonCliConfig).</remarks>
    public bool? VerifiesClients { get; }

    /// <summary>The first of <c>tlscacert</c>, <c>tlscert</c>, <c>tlskey</c> that is absent or empty; null where all are there.</summary>
    /// <remarks>Without the first, any authority that the host trusts may issue client certificates; without the others dockerd does not start.</remarks>
    public string? MissingFile { get; }
}
