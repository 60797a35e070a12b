using System.Text;
using CsCheck;
using HardenBuild.Scanning.Discovery;

namespace HardenBuild.Core.Tests.Discovery;

public sealed class SnifferTests
{
    [Theory]
    [InlineData("apiVersion: v1\nkind: Pod\n")]
    [InlineData("kind: Pod\r\napiVersion: v1\r\n")]
    [InlineData("# head\n---\n\"apiVersion\": v1\n'kind': Pod\n")]
    [InlineData("a: b\n---\napiVersion: v1\nkind: Pod\n")]
    [InlineData("apiVersion : v1\nkind: Pod\n")]
    [InlineData("  apiVersion: v1\n  kind: Pod\n")]
    [InlineData("apiVersion: v1\nkind: ConfigMap\ndata:\n  tmpl: |-\n    {{ range .x }}\n    {{ end }}\n")]
    [InlineData("apiVersion: v1\nkind: Pod\nargs:\n- |\n  {{ x }}\n- '{{ y }}'\nname: \"{{ z }}\"\n")]
    public void Knows_kubernetes_object(string text)
    {
        var sniffer = YamlSniffer.Scan(Encoding.UTF8.GetBytes(text));
        Assert.True(sniffer.HasKubernetesObject && !sniffer.IsTemplate);
    }

    [Theory]
    [InlineData("apiVersion: v1\n---\nkind: Pod\n")]
    [InlineData("kind: pipeline\ntype: docker\n")]
    [InlineData("items:\n  apiVersion: v1\n  kind: Pod\n")]
    [InlineData("text: |\n  a\n  apiVersion: v1\n  kind: Pod\n")]
    [InlineData("apiVersions: v1\nkind: Pod\n")]
    [InlineData("")]
    public void Accepts_other_yaml(string text) => Assert.False(YamlSniffer.Scan(Encoding.UTF8.GetBytes(text)).HasKubernetesObject);

    [Theory]
    [InlineData("apiVersion: v1\nkind: Pod\n{{- if .x }}\na: b\n{{- end }}\n")]
    [InlineData("apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .x }}\n")]
    [InlineData("apiVersion: v1\nkind: Pod\nargs:\n  - {{ x }}\n")]
    [InlineData("{{ if x }}\napiVersion: v1\nkind: Pod\n")]
    public void Knows_template(string text) => Assert.True(YamlSniffer.Scan(Encoding.UTF8.GetBytes(text)).IsTemplate);

    [Theory]
    [InlineData("{\"kind\": \"Pod\", \"apiVersion\": \"v1\"}", true)]
    [InlineData("{\"apiVersion\": \"v1\", \"items\": [{\"a\": \"}\\\"\"}], \"kind\": \"List\"}", true)]
    [InlineData("{\"items\": {\"kind\": \"Pod\", \"apiVersion\": \"v1\"}}", false)]
    [InlineData("{\"a\": \"kind\", \"apiVersion\": \"v1\"}", false)]
    [InlineData("[{\"kind\": \"Pod\", \"apiVersion\": \"v1\"}]", false)]
    [InlineData("{\"kind\": \"Pod\", \"apiVersion", false)]
    public void Reads_first_level_keys_of_json(string text, bool expected) =>
        Assert.Equal(expected, JsonSniffer.IsKubernetesObject(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("FROM alpine", true)]
    [InlineData("# syntax=docker/dockerfile:1\n\nARG TAG=1\nfrom alpine:${TAG} AS x\n", true)]
    [InlineData("package main\n", false)]
    [InlineData("from os import path\n", false)]
    [InlineData("from x import y", false)]
    [InlineData("ARG x\n", false)]
    [InlineData("FROM", false)]
    public void Knows_the_beginning_of_a_dockerfile(string text, bool expected) =>
        Assert.Equal(expected, DockerfileSniffer.IsDockerfile(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Never_throws() =>
        Gen.OneOfConst("{", "}", "[", "\"", "\\", ":", "kind", "apiVersion", "services", "\n", " ", "- ", ": ", "|", "---", "{{", "'", "&a ", "!t ", "ARG ", "FROM ")
            .Array[0, 30].Select(string.Concat).Sample(
            text =>
            {
                var bytes = Encoding.UTF8.GetBytes(text);
                _ = YamlSniffer.Scan(bytes);
                _ = JsonSniffer.IsKubernetesObject(bytes) || JsonSniffer.IsDaemonConfiguration(bytes) || DockerfileSniffer.IsDockerfile(bytes);
            },
            iter: 20_000);
}
