using System.Globalization;

namespace HardenBuild.Model.Kubernetes.Availability;

/// <summary>How often a schedule in cron's notation comes round.</summary>
internal static class CronSchedule
{
    /// <summary>The seconds between two runs for the schedules whose period is plain: every minute, every n-th minute or hour, once an hour; null for all others.</summary>
    public static long? ShortestPeriod(string schedule)
    {
        if (schedule == "@hourly")
            return 3600;
        var fields = schedule.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != 5)
            return null;
        if (fields[0] == "*")
            return 60;
        if (Step(fields[0]) is { } minutes)
            return minutes * 60;
        if (!int.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            return null;
        return fields[1] == "*" ? 3600 : Step(fields[1]) is { } hours ? hours * 3600 : null;
    }

    private static long? Step(string field)
    {
        var parts = field.Split('/');
        return parts.Length == 2 && parts[0] == "*" && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var step) && step > 0 ? step : null;
    }
}
