namespace HardenBuild.Model.Kubernetes.ControlPlane;

/// <summary>The fields of configuration files that do the same as flags.</summary>
/// <remarks>Kubernetes reference, kubelet.config.k8s.io/v1beta1, kubeproxy.config.k8s.io/v1alpha1, kubescheduler.config.k8s.io/v1.</remarks>
internal static class ConfigurationFields
{
    /// <summary>The keys from the configuration to the field; null for a flag without one.</summary>
    public static string[]? PathOf(ControlPlaneComponent component, string flag) => (component, flag) switch
    {
        (ControlPlaneComponent.Kubelet, _) => OfKubelet(flag),
        (ControlPlaneComponent.KubeProxy, "metrics-bind-address") => ["metricsBindAddress"],
        (ControlPlaneComponent.Scheduler, "profiling") => ["enableProfiling"],
        _ => null,
    };

    /// <summary>The value of a field that is left out, which is safer than that of the flag; null where leaving it out means nothing special.</summary>
    public static string? DefaultOf(ControlPlaneComponent component, string flag) => (component, flag) switch
    {
        (ControlPlaneComponent.Kubelet, "anonymous-auth") => "false",
        (ControlPlaneComponent.Kubelet, "authorization-mode") => "Webhook",
        (ControlPlaneComponent.Kubelet, "read-only-port") => "0",
        _ => null,
    };

    private static string[]? OfKubelet(string flag) => flag switch
    {
        "anonymous-auth" => ["authentication", "anonymous", "enabled"],
        "authorization-mode" => ["authorization", "mode"],
        "client-ca-file" => ["authentication", "x509", "clientCAFile"],
        "read-only-port" => ["readOnlyPort"],
        "streaming-connection-idle-timeout" => ["streamingConnectionIdleTimeout"],
        "protect-kernel-defaults" => ["protectKernelDefaults"],
        "make-iptables-util-chains" => ["makeIPTablesUtilChains"],
        "event-qps" => ["eventRecordQPS"],
        "tls-cert-file" => ["tlsCertFile"],
        "tls-private-key-file" => ["tlsPrivateKeyFile"],
        "tls-cipher-suites" => ["tlsCipherSuites"],
        "tls-min-version" => ["tlsMinVersion"],
        "rotate-certificates" => ["rotateCertificates"],
        "rotate-server-certificates" => ["serverTLSBootstrap"],
        "pod-max-pids" => ["podPidsLimit"],
        "seccomp-default" => ["seccompDefault"],
        "allowed-unsafe-sysctls" => ["allowedUnsafeSysctls"],
        _ => null,
    };
}
