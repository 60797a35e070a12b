using HardenBuild.Model.Compose;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Compose;

/// <summary>The rules by which an override is merged over its base, one row each.</summary>
public sealed class ComposeMergeTests
{
    [Theory]
    // Mappings merge, single values are replaced, null overrides nothing.
    [InlineData("image: a:1", "image: a:2", "{image: a:2}")]
    [InlineData("image: a:1", "user: x", "{image: a:1, user: x}")]
    [InlineData("image: a:1", "image:", "{image: a:1}")]
    [InlineData("healthcheck: {interval: 1s, retries: 3}", "healthcheck: {interval: 2s}", "{healthcheck: {interval: 2s, retries: 3}}")]
    [InlineData("deploy: {resources: {limits: {cpus: 1}}}", "deploy: {resources: {limits: {memory: 1g}}}", "{deploy: {resources: {limits: {cpus: 1, memory: 1g}}}}")]
    // Lists are appended.
    [InlineData("devices: [/dev/a]", "devices: [/dev/b]", "{devices: [/dev/a, /dev/b]}")]
    [InlineData("security_opt: [a]", "security_opt: [b, a]", "{security_opt: [a, b]}")]
    [InlineData("cap_add: [A]", "cap_add: [B, A]", "{cap_add: [A, B]}")]
    [InlineData("cap_drop: [A]", "cap_drop: [A]", "{cap_drop: [A]}")]
    [InlineData("group_add: [1]", "group_add: [2]", "{group_add: [1, 2]}")]
    [InlineData("profiles: [a]", "profiles: [b]", "{profiles: [a, b]}")]
    [InlineData("expose: ['80']", "expose: ['81', '80']", "{expose: [80, 81]}")]
    [InlineData("dns: 1.1.1.1", "dns: [1.1.1.1, 8.8.8.8]", "{dns: [1.1.1.1, 8.8.8.8]}")]
    [InlineData("dns_search: a", "dns_search: b", "{dns_search: [a, b]}")]
    [InlineData("dns_opt: [a]", "dns_opt: [b]", "{dns_opt: [a, b]}")]
    [InlineData("tmpfs: /run", "tmpfs: [/tmp]", "{tmpfs: [/run, /tmp]}")]
    [InlineData("links: [a]", "links: [b]", "{links: [a, b]}")]
    [InlineData("label_file: a", "label_file: b", "{label_file: [a, b]}")]
    // Commands are replaced.
    [InlineData("command: a b", "command: [c]", "{command: [c]}")]
    [InlineData("entrypoint: [a]", "entrypoint: b", "{entrypoint: b}")]
    [InlineData("command: [a]", "command:", "{command: ~}")]
    [InlineData("healthcheck: {test: [CMD, a], retries: 3}", "healthcheck: {test: b}", "{healthcheck: {test: b, retries: 3}}")]
    // Lists of NAME=value and mappings are one.
    [InlineData("environment: [A=1, B=2]", "environment: {B: 3, C: 4}", "{environment: {A: 1, B: 3, C: 4}}")]
    [InlineData("environment: {A: 1}", "environment: [A]", "{environment: {A: ~}}")]
    [InlineData("environment: {A: 1}", "environment: {A: }", "{environment: {A: ~}}")]
    [InlineData("labels: [a=1]", "labels: {a: 2}", "{labels: {a: 2}}")]
    [InlineData("annotations: [a=1]", "annotations: {b: 2}", "{annotations: {a: 1, b: 2}}")]
    [InlineData("sysctls: [a=1]", "sysctls: {a: 2}", "{sysctls: {a: 2}}")]
    [InlineData("extra_hosts: ['a:1.1.1.1']", "extra_hosts: {b: 2.2.2.2}", "{extra_hosts: {a: 1.1.1.1, b: 2.2.2.2}}")]
    [InlineData("deploy: {labels: [a=1]}", "deploy: {labels: {a: 2}}", "{deploy: {labels: {a: 2}}}")]
    [InlineData("build: {args: [A=1], labels: [a=1], ssh: [default]}", "build: {args: {A: 2}, labels: {b: 2}, ssh: [x=y]}", "{build: {args: {A: 2}, labels: {a: 1, b: 2}, ssh: {default: ~, x: y}}}")]
    [InlineData("build: {additional_contexts: [a=./a], tags: [x], platforms: [p]}", "build: {additional_contexts: {a: ./b}, tags: [y], platforms: [p]}", "{build: {additional_contexts: {a: ./b}, tags: [x, y], platforms: [p]}}")]
    // Short forms are long ones.
    [InlineData("build: .", "build: {target: t}", "{build: {context: ., target: t}}")]
    [InlineData("build: {context: ., target: t}", "build: ./b", "{build: {context: ./b, target: t}}")]
    [InlineData("depends_on: [a]", "depends_on: {a: {condition: service_healthy}, b: {condition: service_started}}", "{depends_on: {a: {condition: service_healthy}, b: {condition: service_started}}}")]
    [InlineData("networks: [a]", "networks: {a: {aliases: [x]}, b: }", "{networks: {a: {aliases: [x]}, b: ~}}")]
    [InlineData("networks: {a: {aliases: [x]}}", "networks: {a: {aliases: [y]}}", "{networks: {a: {aliases: [x, y]}}}")]
    [InlineData("models: [m]", "models: {m: {model_var: M}}", "{models: {m: {model_var: M}}}")]
    [InlineData("env_file: a.env", "env_file: [b.env, {path: a.env, required: false}]", "{env_file: [{path: a.env, required: false}, {path: b.env}]}")]
    // Items with one place in the container, or one port of the host, replace each other.
    [InlineData("volumes: ['a:/x', 'b:/y']", "volumes: ['c:/x/']", "{volumes: [c:/x/, b:/y]}")]
    [InlineData("volumes: ['a:/x']", "volumes: [{type: bind, source: ./b, target: /x}]", "{volumes: [{type: bind, source: ./b, target: /x}]}")]
    [InlineData("devices: ['/dev/a:/dev/x']", "devices: ['/dev/b:/dev/x:rw']", "{devices: [/dev/b:/dev/x:rw]}")]
    [InlineData("secrets: [a]", "secrets: [{source: b, target: a}, c]", "{secrets: [{source: b, target: a}, c]}")]
    [InlineData("configs: [a]", "configs: [{source: b, target: /a}]", "{configs: [{source: b, target: /a}]}")]
    [InlineData("build: {context: ., secrets: [a]}", "build: {secrets: [a, b]}", "{build: {context: ., secrets: [a, b]}}")]
    [InlineData("ports: ['8080:80']", "ports: ['8080:80/tcp', '8081:80']", "{ports: [8080:80/tcp, 8081:80]}")]
    [InlineData("ports: ['8080:80']", "ports: [{target: 80, published: '8080'}]", "{ports: [{target: 80, published: 8080}]}")]
    [InlineData("ports: ['127.0.0.1:8080:80']", "ports: ['8080:80']", "{ports: [127.0.0.1:8080:80, 8080:80]}")]
    [InlineData("ports: ['${P}:80']", "ports: ['${P}:80', '${Q}:80']", "{ports: [?, ?]}")]
    // Ulimits and logging.
    [InlineData("ulimits: {nofile: {soft: 1, hard: 2}, nproc: 3}", "ulimits: {nofile: 4}", "{ulimits: {nofile: 4, nproc: 3}}")]
    [InlineData("logging: {driver: json-file, options: {max-size: 1m}}", "logging: {driver: json-file, options: {max-file: 2}}", "{logging: {driver: json-file, options: {max-size: 1m, max-file: 2}}}")]
    [InlineData("logging: {driver: json-file, options: {max-size: 1m}}", "logging: {driver: syslog}", "{logging: {driver: syslog}}")]
    [InlineData("logging: {options: {max-size: 1m}}", "logging: {driver: local}", "{logging: {options: {max-size: 1m}, driver: local}}")]
    // Tags.
    [InlineData("ports: ['80']", "ports: !reset []", "{}")]
    [InlineData("ports: ['80']", "ports: !override ['81']", "{ports: [81]}")]
    [InlineData("healthcheck: {interval: 1s, retries: 3}", "healthcheck: {retries: !reset null}", "{healthcheck: {interval: 1s}}")]
    [InlineData("environment: {A: 1, B: 2}", "environment: {A: !reset null}", "{environment: {B: 2}}")]
    [InlineData("environment: {A: 1}", "environment: !override {B: 2}", "{environment: {B: 2}}")]
    [InlineData("image: !reset a", "user: x", "{user: x}")]
    // Anchors and merge keys are followed, extensions left out.
    [InlineData("x-a: &a {user: u}\n    <<: *a\n    image: i", "user: v", "{image: i, user: v}")]
    public void Merges(string lower, string upper, string expected) => Assert.Equal(expected, ComposeDump.Show(Project(lower, upper).Services[0].Syntax));

    [Fact]
    public void Merges_services_and_resources_by_their_names()
    {
        var project = Load(
            "services: {a: {image: i}}\nnetworks: {n: {labels: [a=1]}}\nvolumes: {v: }\n",
            "services: {b: {image: j}, a: {user: u}}\nnetworks: {n: {labels: {b: 2}, ipam: {config: [{subnet: 1.1.0.0/16}]}}}\nvolumes: {v: {driver: local}}\nsecrets: {s: {file: f}}\n");
        Assert.Equal(
            "{services: {a: {image: i, user: u}, b: {image: j}}, networks: {n: {labels: {a: 1, b: 2}, ipam: {config: [{subnet: 1.1.0.0/16}]}}}, volumes: {v: {driver: local}}, secrets: {s: {file: f}}}",
            ComposeDump.Show(project.Root));
    }

    [Theory]
    [InlineData("image: a:1", "image: a:2", "image", 2)]
    [InlineData("environment: [A=1]", "environment: {A: 2}", "environment", 3)]
    [InlineData("ports: ['80:80']", "ports: ['80:80/tcp']", "ports", 3)]
    public void Remembers_the_place_that_lost(string lower, string upper, string key, int depth)
    {
        var node = Project(lower, upper).Services[0].Syntax[key]!;
        if (depth == 3)
            node = node.AsMapping?.Members[0].Value ?? node.AsSequence!.Items[0];
        Assert.Equal("compose.override.yaml", node.Location.Source.Path);
        Assert.Equal("compose.yaml", Assert.Single(node.Overridden).Source.Path);
    }

    [Fact]
    public void Tells_what_cannot_be_merged()
    {
        var problem = Assert.Single(Project("healthcheck: {retries: 3}", "healthcheck: [a]").Problems);
        Assert.Equal("compose.override.yaml", problem.Location.Source.Path);
    }

    private static ComposeProject Project(string lower, string upper) => Load($"services:\n  s:\n    {lower}\n", $"services:\n  s:\n    {upper}\n");

    private static ComposeProject Load(string lower, string upper) => ComposeProject.Create(
        YamlFile.Parse(SourceText.From("compose.yaml", lower)),
        [YamlFile.Parse(SourceText.From("compose.override.yaml", upper))],
        ComposeVariables.None);
}
