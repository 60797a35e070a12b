using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Network;

/// <summary>Ports of containers behind which data or the rights of an administrator are.</summary>
internal static class DatastorePorts
{
    private static readonly (int Port, string Service)[] Known =
    [
        (1433, "the SQL Server"), (1521, "the Oracle database"), (3306, "the MySQL server"), (5432, "the PostgreSQL server"), (6379, "the Redis server"), (27017, "the MongoDB server"),
        (9200, "the search engine"), (11211, "the memory cache"), (5672, "the message queue"), (15672, "the management of RabbitMQ"), (2375, "the Docker API"), (2379, "the etcd server"),
        (9092, "the Kafka broker"), (22, "the SSH server"), (23, "the Telnet server"), (3389, "the remote desktop"), (5900, "the VNC server"),
    ];

    /// <summary>What listens there; null when the port is another one or cannot be told.</summary>
    public static string? Find(PublishedPort port)
    {
        if (port.ContainerPorts is not { } ports || port.Protocol == "udp")
            return null;
        foreach (var (number, service) in Known)
        {
            if (ports.Value.Contains(number))
                return service;
        }

        return null;
    }
}
