namespace HardenBuild.Model.Docker.Containers;

/// <summary>Devices of Linux by their paths.</summary>
/// <remarks>Names: https://www.kernel.org/doc/Documentation/admin-guide/devices.txt.</remarks>
internal static class HostDevice
{
    private static readonly string[] Disks = ["sd", "hd", "vd", "xvd", "nvme", "mmcblk", "md", "dm-", "mapper/", "disk/", "loop", "sr", "sg", "zd"];

    private static readonly string[] HarmlessNames =
    [
        "dri", "snd", "net/tun", "ttyUSB", "ttyACM", "ttyAMA", "serial/", "video", "media", "nvidia", "kfd", "fuse", "kvm", "null", "zero", "full", "random", "urandom", "tty", "dxg",
        "bus/usb", "i2c-", "spidev", "gpiochip", "gpiomem", "rtc", "watchdog", "ppp", "vhost-net", "shm", "mqueue",
    ];

    public static HostDeviceKind KindOf(string device)
    {
        const string Folder = "/dev/";

        // CDI, Container Device Interface: 'vendor.com/class=name' is what the vendor made for containers.
        if (!device.StartsWith(Folder, StringComparison.Ordinal))
            return device.Contains('=') ? HostDeviceKind.Harmless : HostDeviceKind.Unknown;
        var name = device.Substring(Folder.Length);
        if (name is "mem" or "kmem" or "port" or "kcore")
            return HostDeviceKind.Memory;
        if (StartsWithAny(name, Disks))
            return HostDeviceKind.Disk;
        return StartsWithAny(name, HarmlessNames) ? HostDeviceKind.Harmless : HostDeviceKind.Unknown;
    }

    private static bool StartsWithAny(string name, string[] starts)
    {
        foreach (var start in starts)
        {
            if (name.StartsWith(start, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
