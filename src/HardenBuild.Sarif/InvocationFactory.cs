using System.Globalization;
using HardenBuild.Reporting;
using HardenBuild.Scanning;
using Microsoft.CodeAnalysis.Sarif;

namespace HardenBuild.Sarif;

/// <summary>How the scan itself went: what could not be read or was left out, without times and without names of machines.</summary>
internal static class InvocationFactory
{
    public static Invocation Create(ScanResult result)
    {
        var notifications = result.PathErrors
            .Select(error => CreateNotification(FailureLevel.Error, SarifText.Sentence(error)))
            .ToList();
        if (result.TemplatesNotRendered > 0)
        {
            notifications.Add(CreateNotification(FailureLevel.Note, string.Format(
                CultureInfo.InvariantCulture,
                "{0} not rendered and not checked.",
                Counted.Of(result.TemplatesNotRendered, "chart template"))));
        }

        return new Invocation
        {
            ExecutionSuccessful = result.PathErrors.IsEmpty,
            ToolExecutionNotifications = notifications.Count == 0 ? null : notifications,
        };
    }

    private static Notification CreateNotification(FailureLevel level, string text) => new()
    {
        Level = level,
        Message = new Message { Text = text },
    };
}
