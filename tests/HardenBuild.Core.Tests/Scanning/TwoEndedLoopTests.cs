using HardenBuild.Scanning;

namespace HardenBuild.Core.Tests.Scanning;

public class TwoEndedLoopTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1001)]
    public void Each_index_has_its_turn_once(int count)
    {
        var turns = new int[count];

        new TwoEndedLoop(count, i => Interlocked.Increment(ref turns[i]), CancellationToken.None).Run();

        Assert.All(turns, static turn => Assert.Equal(1, turn));
    }

    [Fact]
    public void Ends_when_it_is_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var turns = 0;

        void Body(int index)
        {
            Interlocked.Increment(ref turns);
            cancellation.Cancel();
        }

        Assert.Throws<OperationCanceledException>(() => new TwoEndedLoop(100_000, Body, cancellation.Token).Run());
        Assert.InRange(turns, 1, 1000);
    }

    [Fact]
    public void A_failure_reaches_the_caller_after_all_threads_have_ended()
    {
        var running = 0;

        void Body(int index)
        {
            Interlocked.Increment(ref running);
            try
            {
                if (index == 0)
                    throw new InvalidOperationException("first");
            }
            finally
            {
                Interlocked.Decrement(ref running);
            }
        }

        Assert.Throws<InvalidOperationException>(() => new TwoEndedLoop(10_000, Body, CancellationToken.None).Run());
        Assert.Equal(0, running);
    }
}
