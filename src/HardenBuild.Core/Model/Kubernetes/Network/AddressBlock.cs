using System.Globalization;
using System.Net;

namespace HardenBuild.Model.Kubernetes.Network;

/// <summary>A block of addresses, <c>10.0.0.0/8</c>.</summary>
internal readonly record struct AddressBlock(IPAddress Address, int PrefixLength)
{
    // Where clouds tell a node, and whoever asks from it, the node's credentials.
    private static readonly IPAddress Metadata = new([169, 254, 169, 254]);
    private static readonly IPAddress Metadata6 = new([0xfd, 0, 0x0e, 0xc2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x02, 0x54]);

    /// <summary>The address of the instance metadata service lies in it.</summary>
    public bool HoldsMetadata => Contains(Metadata) || Contains(Metadata6);

    /// <summary>Null for anything that is no block.</summary>
    public static AddressBlock? Parse(string text)
    {
        var parts = text.Split('/');
        if (parts.Length != 2 || !IPAddress.TryParse(parts[0], out var address)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            return null;
        return length <= 8 * address.GetAddressBytes().Length ? new AddressBlock(address, length) : null;
    }

    public bool Contains(IPAddress address)
    {
        if (address.AddressFamily != Address.AddressFamily)
            return false;
        var (own, other) = (Address.GetAddressBytes(), address.GetAddressBytes());
        for (var i = 0; i < PrefixLength; i++)
        {
            if (((own[i / 8] ^ other[i / 8]) & (0x80 >> (i % 8))) != 0)
                return false;
        }

        return true;
    }
}
