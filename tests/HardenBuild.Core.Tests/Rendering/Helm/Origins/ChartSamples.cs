using HardenBuild.Core.Tests.Rendering.Helm.Charts;

namespace HardenBuild.Core.Tests.Rendering.Helm.Origins;

/// <summary>Charts that make text in all the ways that charts do.</summary>
internal static class ChartSamples
{
    private const string Labels = """
        {{- define "web.name" -}}
        {{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" -}}
        {{- end -}}
        {{- define "web.fullname" -}}
        {{- if .Values.fullnameOverride -}}
        {{- .Values.fullnameOverride | trunc 63 -}}
        {{- else -}}
        {{- printf "%s-%s" .Release.Name (include "web.name" .) -}}
        {{- end -}}
        {{- end -}}
        {{- define "web.labels" -}}
        app.kubernetes.io/name: {{ include "web.name" . }}
        {{- with .Values.labels }}
        {{ toYaml . }}
        {{- end }}
        {{- end -}}
        {{- define "web.isPublic" -}}
        {{- if and .Values.ingress.enabled (not .Values.ingress.private) -}}true{{- end -}}
        {{- end -}}
        {{- define "web.image" -}}
        {{- $registry := .Values.image.registry -}}
        {{- if .Values.global.registry -}}
        {{- $registry = .Values.global.registry -}}
        {{- end -}}
        {{- printf "%s/%s:%s" $registry .Values.image.name (.Values.image.tag | toString) -}}
        {{- end -}}

        """;

    public static IReadOnlyDictionary<string, ChartFiles> All { get; } = new Dictionary<string, ChartFiles>
    {
        ["named templates"] = ChartFiles.Web(
            ("values.yaml", """
                nameOverride: ""
                fullnameOverride: ""
                labels:
                  team: shop
                  tier: "front"
                global:
                  registry: ""
                image: {registry: docker.io, name: web, tag: 1.5}
                ingress:
                  enabled: true
                  private: false
                  host: shop.example.com
                replicas: 2
                resources:
                  limits:
                    cpu: 100m
                    memory: 1Gi
                """),
            ("templates/_helpers.tpl", Labels),
            ("templates/deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: {{ include "web.fullname" . }}
                  labels: {{- include "web.labels" . | nindent 4 }}
                spec:
                  replicas: {{ .Values.replicas }}
                  template:
                    spec:
                      containers:
                        - name: {{ template "web.name" . }}
                          image: {{ include "web.image" . | quote }}
                          resources: {{- toYaml .Values.resources | nindent 12 }}
                          {{- if gt (int .Values.replicas) 1 }}
                          args: ["--cluster"]
                          {{- else }}
                          args: []
                          {{- end }}
                """),
            ("templates/ingress.yaml", """
                {{- if include "web.isPublic" . }}
                kind: Ingress
                host: {{ required "a host is needed" .Values.ingress.host }}
                {{- end }}
                """)),
        ["loops and texts"] = ChartFiles.Web(
            ("values.yaml", """
                env:
                  LOG_LEVEL: debug
                  PORT: "8080"
                  EMPTY: ""
                hosts:
                  - name: a.example.com
                    paths: [/, /api]
                    tls: true
                  - name: b.example.com
                    paths: [/]
                    tls: false
                config: |
                  url: {{ .Values.base }}/x
                base: https://example.com
                annotations:
                  checksum: "{{ .Values.base | sha256sum }}"
                extra:
                  - "{{ .Values.first }}"
                first: one
                ports: [80, 443]
                count: 2
                message: "two
                  lines"
                """),
            ("templates/config.yaml", """
                kind: ConfigMap
                metadata:
                  name: web
                  annotations:
                    {{- range $key, $value := .Values.annotations }}
                    {{ $key }}: {{ tpl $value $ | quote }}
                    {{- end }}
                data:
                  {{- range $key, $value := .Values.env }}
                  {{ $key }}: {{ $value | default "none" | quote }}
                  {{- end }}
                  config.yaml: |
                    {{- tpl .Values.config . | nindent 4 }}
                  message: {{ .Values.message | quote }}
                  extra: {{ tpl (toYaml .Values.extra) . | nindent 4 }}
                """),
            ("templates/ingress.yaml", """
                kind: Ingress
                spec:
                  rules:
                    {{- range .Values.hosts }}
                    - host: {{ .name | quote }}
                      paths:
                        {{- range $i, $path := .paths }}
                        - {{ printf "%d=%s" $i $path }}
                        {{- end }}
                      {{- if .tls }}
                      secretName: {{ .name | replace "." "-" }}-tls
                      {{- end }}
                    {{- end }}
                  ports: {{ join "," .Values.ports }}
                  all: {{ .Values.hosts | toJson | quote }}
                  {{- range $i := until (int .Values.count) }}
                  item-{{ $i }}: {{ add $i 1 }}
                  {{- end }}
                """),
            ("templates/deployment.yaml", """
                kind: Deployment
                metadata:
                  annotations:
                    checksum/config: {{ include (print $.Template.BasePath "/config.yaml") . | sha256sum }}
                """)),
        ["computed values"] = ChartFiles.Web(
            ("values.yaml", """
                a: one
                b: two
                flag: true
                kind: StatefulSet
                override:
                  limits: {cpu: 2}
                  name: mine
                base:
                  limits: {cpu: 1, memory: 1Gi}
                  name: theirs
                features: [metrics, tracing]
                version: 1.20.3
                mode: auto
                none: null
                user: 0
                nested: {deep: {deeper: {deepest: x}}}
                """),
            ("templates/_helpers.tpl", """
                {{- define "web.config" -}}
                a: {{ .Values.a }}
                {{- if .Values.flag }}
                extra: {b: {{ .Values.b }}}
                {{- end }}
                list:
                  - {{ .Values.mode }}
                {{- end -}}
                {{- define "web.mode" -}}
                {{- if eq .Values.mode "auto" -}}
                {{- if .Values.flag }}on{{ else }}off{{ end -}}
                {{- else -}}
                {{- .Values.mode -}}
                {{- end -}}
                {{- end -}}
                """),
            ("templates/a.yaml", """
                {{- $config := fromYaml (include "web.config" .) }}
                {{- $merged := mergeOverwrite (deepCopy .Values.base) .Values.override }}
                {{- $name := "none" }}
                {{- if .Values.flag }}
                {{- $name = .Values.a }}
                {{- end }}
                {{- $settings := dict "name" $name "mode" (include "web.mode" .) }}
                {{- if has "metrics" .Values.features }}
                {{- $_ := set $settings "metrics" true }}
                {{- end }}
                kind: {{ .Values.kind }}
                merged: {{- toYaml $merged | nindent 2 }}
                settings: {{- toYaml $settings | nindent 2 }}
                config: {{ $config.a | upper }} {{ dig "extra" "b" "none" $config }} {{ first $config.list }}
                chosen: {{ ternary "yes" "no" .Values.flag }}
                {{- if or (eq .Values.kind "Deployment") (semverCompare ">=1.20" .Values.version) }}
                new: true
                {{- end }}
                {{- if hasKey .Values "none" }}
                none: {{ .Values.none }}
                {{- end }}
                user: {{ .Values.user | default 1000 }}
                both: {{ coalesce .Values.none .Values.b .Values.a }}
                cat: {{ cat .Values.a .Values.b | b64enc }}
                deepest: {{ get (index .Values.nested "deep").deeper "deepest" }}
                sorted: {{ .Values.features | sortAlpha | join "," }}
                {{- with .Values.nested.deep }}
                with: {{ .deeper.deepest | trunc 1 }}{{ $.Values.a | substr 0 1 }}
                {{- end }}
                {{- if regexMatch "^o" .Values.a }}
                match: {{ regexReplaceAll "o" .Values.a "0" }}
                {{- end }}
                """)),
        ["subcharts"] = ChartFiles.Of(
            ("web/Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.0.0\ndependencies:\n- {name: cache, version: 0.x, alias: hot, condition: hot.enabled}\n- {name: db, version: 0.x, tags: [data], import-values: [out]}\n"),
            ("web/values.yaml", """
                global:
                  domain: example.com
                  security: {user: 1000}
                hot:
                  enabled: true
                  size: 2Gi
                  policy:
                    max: 3
                tags: {data: true}
                db:
                  password: hunter2
                """),
            ("web/templates/a.yaml", """
                kind: ConfigMap
                domain: {{ .Values.global.domain }}
                port: {{ .Values.port }}
                hot: {{ .Values.hot.size }}
                """),
            ("web/charts/cache/Chart.yaml", "apiVersion: v2\nname: cache\nversion: 0.1.0\n"),
            ("web/charts/cache/values.yaml", "size: 1Gi\npolicy:\n  max: 1\n  min: 0\n"),
            ("web/charts/cache/templates/a.yaml", """
                kind: ConfigMap
                host: cache.{{ .Values.global.domain }}
                {{- with .Values.global.security }}
                security: {{- toYaml . | nindent 2 }}
                {{- end }}
                size: {{ .Values.size }}
                policy: {{ .Values.policy | toJson }}
                """),
            ("web/charts/db/Chart.yaml", "apiVersion: v2\nname: db\nversion: 0.1.0\n"),
            ("web/charts/db/values.yaml", "exports: {out: {port: 5432}}\npassword: x\n"),
            ("web/charts/db/templates/a.yaml", """
                kind: Secret
                data:
                  password: {{ .Values.password | b64enc | quote }}
                """)),
    };
}
