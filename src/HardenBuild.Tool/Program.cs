using System.Runtime.InteropServices;
using System.Text;
using HardenBuild.Tool;

// One encoding everywhere: a report that is redirected to a file must be the same bytes on every machine.
var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var output = new StreamWriter(Console.OpenStandardOutput(), encoding);
using var error = new StreamWriter(Console.OpenStandardError(), encoding) { AutoFlush = true };
using var cancellation = new CancellationTokenSource();

// The first signal ends the scan in order; the second one is left to the system.
void Cancel(PosixSignalContext context)
{
    if (cancellation.IsCancellationRequested)
        return;

    context.Cancel = true;
    cancellation.Cancel();
}

using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);

var isColorful = !Console.IsOutputRedirected
    && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
    && Environment.GetEnvironmentVariable("TERM") != "dumb";
return ToolHost.Run(args, new Terminal(output, error, Environment.CurrentDirectory) { SupportsColor = isColorful }, cancellation.Token);
