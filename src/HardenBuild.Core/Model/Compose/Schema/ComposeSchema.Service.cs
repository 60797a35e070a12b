namespace HardenBuild.Model.Compose.Schema;

/// <summary>The keys of a service.</summary>
internal static partial class ComposeSchema
{
    /// <summary>A service that says nothing has neither an image nor a build, which is for a rule to tell.</summary>
    private static ComposeShape Service => OrNull(Keys(
        ("annotations", KeyValues),
        ("attach", Flag),
        ("blkio_config", BlockInput),
        ("build", Build),
        ("cap_add", Texts),
        ("cap_drop", Texts),
        ("cgroup", Text with { Words = ["host", "private"] }),
        ("cgroup_parent", Text),
        ("command", Command),
        ("configs", Granted),
        ("container_name", Text),
        ("cpu_count", Count),
        ("cpu_percent", Number with { Check = ValueChecks.Percent }),
        ("cpu_period", Number),
        ("cpu_quota", Number),
        ("cpu_rt_period", Number),
        ("cpu_rt_runtime", Number),
        ("cpu_shares", Number),
        ("cpus", Number),
        ("cpuset", Text),
        ("credential_spec", Keys(("config", Text), ("file", Text), ("registry", Text))),
        ("depends_on", DependsOn),
        ("deploy", Deploy),
        ("develop", Develop),
        ("device_cgroup_rules", Texts with { IsSet = true }),
        ("devices", new ComposeShape { Items = Text.Or(Keys(("permissions", Text), ("source", Text), ("target", Text)).Requiring("source")) }),
        ("dns", TextOrTexts),
        ("dns_opt", Texts),
        ("dns_search", TextOrTexts),
        ("domainname", Text),
        ("entrypoint", Command),
        ("env_file", Text.Or(new ComposeShape { Items = Text.Or(Keys(("format", Text), ("path", Text), ("required", Flag)).Requiring("path")) })),
        ("environment", KeyValues),
        ("expose", new ComposeShape { Items = Number }),
        ("extends", Text.Or(Keys(("file", Text), ("service", Text)).Requiring("service"))),
        ("external_links", Texts with { IsSet = true }),
        ("extra_hosts", Hosts),
        ("gpus", (Text with { Words = ["all"] }).Or(new ComposeShape { Items = Device })),
        ("group_add", new ComposeShape { Items = Number, IsSet = true }),
        ("healthcheck", Healthcheck),
        ("hostname", Text),
        ("image", Text),
        ("init", Flag),
        ("ipc", Text),
        ("isolation", Text),
        ("label_file", TextOrTexts),
        ("labels", KeyValues),
        ("links", Texts),
        ("logging", Keys(("driver", Text), ("options", new ComposeShape { Values = OrNull(Number) }))),
        ("mac_address", Text),
        ("mem_limit", Size),
        ("mem_reservation", Size),
        ("mem_swappiness", Whole),
        ("memswap_limit", Number with { Check = ValueChecks.SizeOrUnlimited }),
        ("models", new ComposeShape { Items = Text, Values = OrNull(Keys(("endpoint_var", Text), ("model_var", Text))) }),
        ("network_mode", Text),
        ("networks", new ComposeShape { Items = Text, Values = OrNull(Attachment) }),
        ("oom_kill_disable", Flag),
        ("oom_score_adj", Whole with { Check = ValueChecks.OomScore }),
        ("pid", OrNull(Text)),
        ("pids_limit", Number),
        ("platform", Text),
        ("ports", new ComposeShape { Items = (Number with { Check = ValueChecks.Port }).Or(Port) }),
        ("post_start", new ComposeShape { Items = Hook }),
        ("pre_start", new ComposeShape { Items = StartHook }),
        ("pre_stop", new ComposeShape { Items = Hook }),
        ("privileged", Flag),
        ("profiles", Texts),
        ("provider", Keys(("options", new ComposeShape { Values = Flag.Or(Number).Or(new ComposeShape { Items = Flag.Or(Number) }) }), ("type", Text)).Requiring("type")),
        ("pull_policy", Text with { Check = ValueChecks.PullPolicy }),
        ("pull_refresh_after", Text),
        ("read_only", Flag),
        ("restart", Text with { Check = ValueChecks.Restart }),
        ("runtime", Text),
        ("scale", Count),
        ("secrets", Granted),
        ("security_opt", Texts with { IsSet = true }),
        ("shm_size", Size),
        ("stdin_open", Flag),
        ("stop_grace_period", Duration),
        ("stop_signal", Text),
        ("storage_opt", ComposeShape.Any),
        ("sysctls", KeyValues),
        ("tmpfs", TextOrTexts),
        ("tty", Flag),
        ("ulimits", Ulimits),
        ("use_api_socket", new ComposeShape { Scalars = ScalarKinds.Boolean }),
        ("user", Text),
        ("userns_mode", Text),
        ("uts", Text),
        ("volumes", new ComposeShape { Items = Text.Or(Mount) }),
        ("volumes_from", Texts with { IsSet = true }),
        ("working_dir", Text)));

    private static ComposeShape BlockInput => Keys(
        ("device_read_bps", BlockLimits), ("device_read_iops", BlockLimits), ("device_write_bps", BlockLimits), ("device_write_iops", BlockLimits),
        ("weight", Whole), ("weight_device", new ComposeShape { Items = Keys(("path", Text), ("weight", Whole)) }));

    private static ComposeShape BlockLimits => new() { Items = Keys(("path", Text), ("rate", Whole)) };

    private static ComposeShape DependsOn => new()
    {
        Items = Text,
        Values = Keys(
            ("condition", Text with { Words = ["service_started", "service_healthy", "service_completed_successfully"] }),
            ("required", new ComposeShape { Scalars = ScalarKinds.Boolean }),
            ("restart", Flag)).Requiring("condition"),
    };

    private static ComposeShape Healthcheck => Keys(
        ("disable", Flag), ("interval", Duration), ("retries", Number), ("start_interval", Duration), ("start_period", Duration), ("test", TextOrTexts), ("timeout", Duration));

    /// <summary>How a service is attached to a network.</summary>
    private static ComposeShape Attachment => Keys(
        ("aliases", Texts), ("driver_opts", DriverOptions), ("gw_priority", Number), ("interface_name", Text), ("ipv4_address", Text), ("ipv6_address", Text),
        ("link_local_ips", Texts), ("mac_address", Text), ("priority", Number));

    private static ComposeShape Port => Keys(
        ("app_protocol", Text), ("host_ip", Text), ("mode", Text), ("name", Text), ("protocol", Text), ("published", Whole), ("target", Whole));

    private static ComposeShape Mount => Keys(
        ("bind", Keys(
            ("create_host_path", Flag), ("propagation", Text), ("recursive", Text with { Words = ["enabled", "disabled", "writable", "readonly"] }), ("selinux", Text with { Words = ["z", "Z"] }))),
        ("consistency", Text),
        ("image", Keys(("subpath", Text))),
        ("read_only", Flag),
        ("source", Text),
        ("target", Text),
        ("tmpfs", Keys(("mode", Number), ("size", Size))),
        ("type", Text with { Words = ["bind", "volume", "tmpfs", "cluster", "npipe", "image"] }),
        ("volume", Keys(("labels", KeyValues), ("nocopy", Flag), ("subpath", Text)))).Requiring("type");
}
