namespace HardenBuild.Model.Compose.Schema;

/// <summary>Networks, volumes, secrets, configs and models.</summary>
internal static partial class ComposeSchema
{
    /// <summary>A flag, or the name in the notation of file format 2.</summary>
    private static ComposeShape External => Flag.Or(Keys(("name", Text)));

    private static ComposeShape Network => OrNull(Keys(
        ("attachable", Flag),
        ("driver", Text),
        ("driver_opts", DriverOptions),
        ("enable_ipv4", Flag),
        ("enable_ipv6", Flag),
        ("external", External),
        ("internal", Flag),
        ("ipam", Keys(
            ("config", new ComposeShape
            {
                Items = Keys(("aux_addresses", new ComposeShape { Values = Text }), ("gateway", Text), ("ip_range", Text), ("subnet", Text)),
            }),
            ("driver", Text),
            ("options", new ComposeShape { Values = Text }))),
        ("labels", KeyValues),
        ("name", Text)));

    private static ComposeShape Volume => OrNull(Keys(
        ("driver", Text), ("driver_opts", DriverOptions), ("external", External), ("labels", KeyValues), ("name", Text)));

    private static ComposeShape Secret => Keys(
        ("driver", Text),
        ("driver_opts", DriverOptions),
        ("environment", Text),
        ("external", External),
        ("file", Text),
        ("labels", KeyValues),
        ("name", Text),
        ("template_driver", Text));

    private static ComposeShape Config => Keys(
        ("content", Text), ("environment", Text), ("external", External), ("file", Text), ("labels", KeyValues), ("name", Text), ("template_driver", Text));

    private static ComposeShape Model => Keys(
        ("context_size", new ComposeShape { Scalars = ScalarKinds.Integer }), ("model", Text), ("name", Text), ("runtime_flags", Texts)).Requiring("model");
}
