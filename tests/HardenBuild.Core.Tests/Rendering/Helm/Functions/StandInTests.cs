using HardenBuild.Rendering.Helm;
using HardenBuild.Rendering.Helm.Functions;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Rendering.Helm.Functions;

/// <summary>Stand-ins for random texts and keys are marked, and so is what is made from them.</summary>
public sealed class StandInTests
{
    [Fact]
    public void Marks_what_is_made_from_stand_ins()
    {
        var password = Call("randAlphaNum", new GoInteger(4));
        var list = new GoList([password, new GoString("x")]);

        Assert.True(IsStandIn(password));
        Assert.True(IsStandIn(Call("b64enc", password)));
        Assert.True(IsStandIn(Call("quote", Call("trunc", new GoInteger(2), password))));
        Assert.True(IsStandIn(Call("join", new GoString(","), list)));
        Assert.True(IsStandIn(Call("default", password, GoNil.Null)));
        Assert.True(IsStandIn(Call("genPrivateKey", new GoString("rsa"))));
    }

    [Fact]
    public void Does_not_mark_what_somebody_wrote()
    {
        var written = new GoString("hunter2");

        Assert.False(IsStandIn(Call("default", Call("randAlphaNum", new GoInteger(4)), written)));
        Assert.False(IsStandIn(Call("b64enc", written)));
    }

    private static bool IsStandIn(GoValue value) => ((GoString)value).IsStandIn;

    private static GoValue Call(string name, params GoValue[] arguments) => Array.Find(HelmFunctions.All, function => function.Name == name)!.Body(new PlainCall(), arguments);

    private sealed class PlainCall : FunctionCall
    {
        public override RenderBudget Budget { get; } = new(RenderLimits.Default, CancellationToken.None);

        public override bool IsTracing => false;

        public override TextOrigin OriginOf(ValueOrigin? value) => throw new InvalidOperationException("nothing is traced");

        public override TracedText Traced(GoString value) => throw new InvalidOperationException("nothing is traced");

        public override ValueOrigin? Condition => null;

        public override GoString Include(GoString name, GoValue data) => throw new InvalidOperationException("there are no templates");

        public override GoString RunText(GoString text, GoValue data) => throw new InvalidOperationException("there are no templates");
    }
}
