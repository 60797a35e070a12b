using HardenBuild.Rules.Kubernetes.ControlPlane;

namespace HardenBuild.Core.Tests.Rules.Kubernetes.ControlPlane;

public sealed class ComponentCommandTests
{
    [Theory]
    [InlineData("command: [kube-apiserver, --profiling=[|true|]]")]
    [InlineData("command: [kube-apiserver, --profiling, \"[|true|]\"]")]
    [InlineData("command: [/usr/local/bin/kube-apiserver]\n      args: ['--profiling=[|true|]']")]
    [InlineData("args: [kube-apiserver, [|--profiling|]]")]
    [InlineData("command: [sh, -c, exec /usr/local/bin/kube-apiserver --profiling=[|true|] --v=2]")]
    [InlineData("command: [/bin/sh, -ec, 'kube-apiserver --version && kube-apiserver --v=2 --profiling [|true|]']")]
    [InlineData("command: [/go-runner, --log-file=/var/log/kube-apiserver.log, /usr/local/bin/kube-apiserver, --profiling=[|true|]]")]
    [InlineData("command: [/hyperkube, apiserver, --profiling=[|true|]]")]
    [InlineData("command: [kube-apiserver, --profiling=false, --profiling=[|true|]]")]
    public void Reads_flags_however_the_command_is_written(string command) => Verify<ApiserverProfilingEnabled>(command);

    [Theory]
    [InlineData("command: [kube-apiserver, --profiling, 'false']")]
    [InlineData("command: [kube-apiserver, --profiling=False]")]
    [InlineData("command: [kube-apiserver, --profiling=true, --profiling=false]")]
    [InlineData("command: [sh, -c, exec kube-apiserver --profiling=false]")]
    [InlineData("command: [kube-apiserver]\n      args: [--profiling=false]")]
    public void Accepts_flag_that_is_off(string command) => Verify<ApiserverProfilingEnabled>(command);

    [Theory]
    [InlineData("command: [kube-apiserver, $(EXTRA_ARGS)]")]
    [InlineData("command: [sh, -c, exec kube-apiserver $FLAGS]")]
    [InlineData("command: [kube-apiserver, '{{ args }}']")]
    [InlineData("command: [kube-apiserver, --profiling=$(PROFILING)]")]
    [InlineData("command: [sh, -c, 'kube-apiserver --profiling=${PROFILING:-false}']")]
    [InlineData("command: '{{ command }}'")]
    public void Is_silent_where_flags_are_out_of_sight(string command) => Verify<ApiserverProfilingEnabled>(command);

    [Theory]
    [InlineData("args: [--v=2]")]
    [InlineData("command: [kubectl, get, pods]")]
    [InlineData("command: [sh, -c, echo kube-apiserver]")]
    [InlineData("command: [kube-apiserver-exporter, --v=2]")]
    [InlineData("image: registry.k8s.io/kube-apiserver:v1.34.0")]
    public void Is_silent_about_other_programs(string command) => Verify<ApiserverProfilingEnabled>(command);

    [Fact]
    public void Reports_missing_flag_at_the_container_whatever_its_place_and_kind() =>
        RuleVerifier.Verify<ApiserverProfilingEnabled>("deployment.yaml", """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: hosted-control-plane
            spec:
              template:
                spec:
                  containers:
                    - name: proxy
                      command: [haproxy]
                    - name: [|api|]
                      command: [kube-apiserver, --v=2]

            """);

    [Fact]
    public void Finds_the_place_in_a_script_of_several_lines() =>
        RuleVerifier.Verify<ApiserverProfilingEnabled>("pod.yaml", """
            apiVersion: v1
            kind: Pod
            metadata:
              name: static
            spec:
              containers:
                - name: main
                  command:
                    - /bin/sh
                    - -c
                    - |
                      set -e
                      if true; then
                        exec /usr/local/bin/kube-apiserver --v=2 \
                          --profiling=[|true|] --secure-port=6443 1>>/var/log/api.log 2>&1
                      fi

            """);

    [Fact]
    public void Reads_objects_in_a_list() =>
        RuleVerifier.Verify<SchedulerProfilingEnabled>("list.yaml", """
            apiVersion: v1
            kind: List
            items:
              - apiVersion: v1
                kind: Pod
                metadata:
                  name: scheduler
                spec:
                  containers:
                    - name: kube-scheduler
                      command: [kube-scheduler, --profiling=[|true|]]

            """);

    [Theory]
    [InlineData("kube-scheduler, --config=/etc/kubernetes/scheduler.yaml")]
    [InlineData("kube-controller-manager, --v=2")]
    public void Is_silent_where_a_configuration_file_or_another_component_decides(string command) =>
        Verify<SchedulerProfilingEnabled>($"command: [{command}]");

    private static void Verify<TRule>(string command)
        where TRule : HardenBuild.Rules.Rule => RuleVerifier.Verify<TRule>("pod.yaml", $$$"""
            apiVersion: v1
            kind: Pod
            metadata:
              name: static
            spec:
              containers:
                - name: main
                  {{{command}}}

            """);
}
