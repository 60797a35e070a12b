using HardenBuild.Configuration;
using HardenBuild.Rules;
using HardenBuild.Scanning;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Kubernetes;

/// <summary>How much a workload is told: everything it needs once, and nothing where nothing is wrong.</summary>
public sealed class NoiseTests
{
    private const string Hardened = """
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
          labels:
            pod-security.kubernetes.io/enforce: restricted
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: api
          namespace: shop
        automountServiceAccountToken: false
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: api
          namespace: shop
          labels:
            app.kubernetes.io/name: api
        spec:
          replicas: 3
          selector:
            matchLabels:
              app.kubernetes.io/name: api
          template:
            metadata:
              labels:
                app.kubernetes.io/name: api
            spec:
              serviceAccountName: api
              automountServiceAccountToken: false
              securityContext:
                runAsNonRoot: true
                runAsUser: 1654
                runAsGroup: 1654
                fsGroup: 1654
                seccompProfile:
                  type: RuntimeDefault
              topologySpreadConstraints:
                - maxSkew: 1
                  topologyKey: kubernetes.io/hostname
                  whenUnsatisfiable: ScheduleAnyway
                  labelSelector:
                    matchLabels:
                      app.kubernetes.io/name: api
              containers:
                - name: api
                  image: registry.example.com/api:1.4.2@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                  imagePullPolicy: IfNotPresent
                  ports:
                    - name: http
                      containerPort: 8080
                  securityContext:
                    allowPrivilegeEscalation: false
                    readOnlyRootFilesystem: true
                    capabilities:
                      drop: [ALL]
                  resources:
                    requests:
                      cpu: 100m
                      memory: 128Mi
                      ephemeral-storage: 64Mi
                    limits:
                      cpu: 500m
                      memory: 128Mi
                      ephemeral-storage: 64Mi
                  startupProbe:
                    httpGet:
                      path: /health/startup
                      port: http
                  livenessProbe:
                    httpGet:
                      path: /health/live
                      port: http
                  readinessProbe:
                    httpGet:
                      path: /health/ready
                      port: http
                  volumeMounts:
                    - name: tmp
                      mountPath: /tmp
              volumes:
                - name: tmp
                  emptyDir:
                    sizeLimit: 64Mi
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: api
          namespace: shop
        spec:
          minAvailable: 2
          unhealthyPodEvictionPolicy: AlwaysAllow
          selector:
            matchLabels:
              app.kubernetes.io/name: api
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: api
          namespace: shop
        spec:
          podSelector:
            matchLabels:
              app.kubernetes.io/name: api
          policyTypes: [Ingress, Egress]
          ingress:
            - from:
                - podSelector:
                    matchLabels:
                      app.kubernetes.io/name: gateway
              ports:
                - port: 8080
          egress:
            - to:
                - namespaceSelector:
                    matchLabels:
                      kubernetes.io/metadata.name: kube-system
              ports:
                - port: 53
                  protocol: UDP
        """;

    [Theory]
    [InlineData(RuleMode.Default)]
    [InlineData(RuleMode.Hardened)]
    public void Hardened_workload_is_clean(RuleMode mode) => Assert.Empty(Scan(Hardened, mode));

    [Theory]
    [MemberData(nameof(WorkloadKinds.Names), MemberType = typeof(WorkloadKinds))]
    public void Workload_without_any_hardening_is_told_so_in_six_findings(string kind)
    {
        // The API server refuses jobs that restart always.
        var policy = kind is "Job" or "CronJob" ? "restartPolicy: Never\n" : "";
        var findings = Scan(WorkloadKinds.Manifest(kind, policy + "containers:\n- name: api\n  image: registry.example.com/api\n- name: log\n  image: registry.example.com/log:latest\n"), RuleMode.Default);

        Assert.InRange(findings.Count, 1, 6);
        Assert.Contains("HB3004 Warning", findings);
    }

    private static List<string> Scan(string text, RuleMode mode)
    {
        var selection = new RuleSelection(new SeverityResolver(EditorConfigSet.Empty, mode, "/repository"), []);
        return [.. new TextScan(selection, useSuppressions: true)
            .Run([new InputText(SourceText.From("shop.yaml", text), InputFormat.Kubernetes)], TestContext.Current.CancellationToken)
            .Select(finding => $"{finding.Finding.Rule.Id} {finding.Severity}")];
    }
}
