namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>Cipher suites with forward secrecy and authenticated encryption.</summary>
/// <remarks>RFC 8446, appendix B.4, and the ECDHE suites with AES-GCM or ChaCha20-Poly1305 of RFC 5289 and RFC 7905, in the names of Go's crypto/tls.</remarks>
internal static class CipherSuites
{
    public static bool IsStrong(string suite) => suite is
        "TLS_AES_128_GCM_SHA256" or "TLS_AES_256_GCM_SHA384" or "TLS_CHACHA20_POLY1305_SHA256"
        or "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256" or "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"
        or "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256" or "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"
        or "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305" or "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256"
        or "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305" or "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256";
}
