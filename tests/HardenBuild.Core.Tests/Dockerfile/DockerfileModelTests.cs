using HardenBuild.Core.Tests.Text;
using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Dockerfile;

public sealed class DockerfileModelTests
{
    [Fact]
    public void User_of_a_parent_stage_is_inherited()
    {
        var model = Create("FROM mcr.microsoft.com/dotnet/aspnet:8.0 AS base\nUSER $APP_UID\nFROM mcr.microsoft.com/dotnet/sdk:8.0 AS build\nUSER root\nFROM Base AS final\n");
        var target = model.TargetStage!;

        Assert.Equal("1654", target.FinalState.User!.Value);
        Assert.False(target.FinalState.User.IsInherited);
        Assert.Equal(["stage final", "stage base"], DockerfileModel.Chain(target).Select(stage => stage.ToString()));
        Assert.Equal("dotnet/aspnet", DockerfileModel.RootBase(target).Image!.Repository.Value);
    }

    [Fact]
    public void User_of_the_base_image_points_at_the_reference()
    {
        var marked = MarkedText.Parse("Dockerfile", "FROM [|alpine:3.20|]\nRUN true\n");
        var user = Create(marked.Text).TargetStage!.FinalState.User!;

        Assert.True(user.IsInherited);
        Assert.Equal("root", user.Value);
        Assert.Equal(marked.Spans[0], user.Location.Span);
    }

    [Theory]
    [InlineData("FROM acme/app:1\n", false, null)]
    [InlineData("FROM acme/app:1\nARG WHO\nUSER $WHO\n", true, null)]
    [InlineData("FROM acme/app:1\nARG WHO=app\nUSER $WHO:staff\n", true, "app:staff")]
    [InlineData("FROM acme/app:1\nARG WHO=a\nENV WHO=b\nUSER $WHO\n", true, "b")]
    [InlineData("FROM acme/app:1\nENV WHO=b\nARG WHO=a\nUSER $WHO\n", true, "b")]
    [InlineData("FROM acme/app:1\nUSER $SET_BY_IMAGE\n", true, null)]
    [InlineData("FROM scratch\nUSER ${NOBODY:-app}\n", true, "app")]
    [InlineData("ARG WHO=a\nFROM scratch\nUSER ${WHO:-b}\n", true, "b")]
    [InlineData("ARG WHO=a\nFROM scratch\nARG WHO\nUSER $WHO\n", true, "a")]
    [InlineData("FROM scratch\nARG TARGETARCH\nUSER $TARGETARCH\n", true, null)]
    [InlineData("FROM scratch AS a\nARG WHO=x\nFROM a\nUSER $WHO\n", true, "x")]
    [InlineData("FROM scratch\nENV A=1\nENV A=2 B=$A\nUSER $B\n", true, "1")]
    [InlineData("FROM scratch\nONBUILD USER app\n", false, null)]
    [InlineData("USER app\n", true, "app")]
    [InlineData("FROM\nUSER app\n", true, "app")]
    public void Follows_the_user(string text, bool isSet, string? user)
    {
        var setting = Create(text).TargetStage!.FinalState.User;

        Assert.Equal(isSet, setting is not null);
        Assert.Equal(user, setting?.Value);
    }

    [Theory]
    [InlineData("WORKDIR /a\nWORKDIR b\n", "/a/b")]
    [InlineData("WORKDIR a\n", "/a")]
    [InlineData("WORKDIR /a\nWORKDIR /b\n", "/b")]
    [InlineData("ARG X\nWORKDIR $X\nWORKDIR b\n", null)]
    [InlineData("WORKDIR C:\\app\n", "C:app")]
    public void Joins_working_directories(string text, string? path) =>
        Assert.Equal(path, Create("FROM scratch\n" + text).TargetStage!.FinalState.Workdir!.Value);

    [Fact]
    public void Shell_comes_from_the_instruction_or_the_operating_system()
    {
        var model = Create("FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nRUN dir\nSHELL [\"C:\\\\x\\\\PowerShell.exe\", \"-Command\"]\nRUN dir\n");

        Assert.Equal(["cmd", "cmd", "powershell"], model.Instructions.Select(instruction => instruction.State.Shell.Name));
        Assert.Equal(ContainerOperatingSystem.Windows, model.TargetStage!.OperatingSystem);
        Assert.False(model.TargetStage.FinalState.Shell.IsPosix);
    }

    [Theory]
    [InlineData("FROM scratch", "Unknown")]
    [InlineData("FROM alpine", "Linux")]
    [InlineData("FROM --platform=windows/amd64 acme/a", "Windows")]
    [InlineData("FROM acme/a:nanoserver-1809", "Windows")]
    [InlineData("# escape=`\nFROM acme/a", "Windows")]
    public void Tells_the_operating_system(string text, string system) =>
        Assert.Equal(system, Create(text).TargetStage!.OperatingSystem.ToString());

    [Fact]
    public void Base_is_resolved_with_global_arguments()
    {
        const string text = "ARG REG=host:5000\nARG IMG=$REG/app:1\nFROM ${IMG}\n";
        var stage = Create(text).TargetStage!;

        Assert.Equal("host:5000", stage.Base.Image!.Registry!.Value.Value);
        Assert.Equal("1", stage.Base.Image.Tag!.Value.Value);
        Assert.Equal("${IMG}", Source(text, stage.Base.Image.Tag.Value.Location));
    }

    [Fact]
    public void Tag_of_a_default_stands_in_the_default()
    {
        const string text = "ARG V\nFROM acme/app:${V:-latest}\n";

        Assert.Equal("latest", Source(text, Create(text).TargetStage!.Base.Image!.Tag!.Value.Location));
    }

    [Fact]
    public void Unknown_part_keeps_the_rest_of_the_reference()
    {
        var stageBase = Create("ARG V\nFROM acme/app:${V}\n").TargetStage!.Base;

        Assert.Equal(StageBaseKind.Unknown, stageBase.Kind);
        Assert.Equal("acme/app", stageBase.Image!.Repository.Value);
        Assert.False(stageBase.Image.IsTagKnown);
    }

    [Fact]
    public void Unknown_part_may_select_a_stage()
    {
        var model = Create("FROM alpine:1 AS base_amd64\nFROM alpine:2 AS base_arm64\nFROM alpine:3 AS tool\nFROM base_${TARGETARCH}\n");

        Assert.Equal(["stage base_amd64", "stage base_arm64"], model.TargetStage!.Base.Candidates.Select(stage => stage.ToString()));
        Assert.Equal([true, true, false, true], model.Stages.Select(model.ReachesTarget));
    }

    [Fact]
    public void Copies_and_mounts_reach_the_target()
    {
        var model = Create("FROM a:1 AS one\nFROM b:1 AS two\nFROM c:1\nFROM d:1 AS unused\nFROM e:1\nCOPY --from=ONE /x /x\nRUN --mount=from=two,target=/t true\nCOPY --from=2 /y /y\n");

        Assert.Equal([true, true, true, false, true], model.Stages.Select(model.ReachesTarget));
    }

    [Theory]
    [InlineData("one", 0)]
    [InlineData("0", 0)]
    [InlineData("1", null)]
    [InlineData("later", null)]
    [InlineData("acme/app", null)]
    public void Finds_only_earlier_stages(string reference, int? index)
    {
        var model = Create("FROM a:1 AS one\nFROM b:1 AS here\nFROM c:1 AS later\n");

        Assert.Equal(index, model.FindStage(reference, model.Stages[1])?.Index);
    }

    [Fact]
    public void A_name_used_twice_means_the_latest_before_the_reference()
    {
        var model = Create("FROM a:1 AS x\nFROM x\nFROM b:1 AS x\nFROM x\n");

        Assert.Equal([null, 0, null, 2], model.Stages.Select(stage => stage.Base.Stage?.Index));
    }

    [Fact]
    public void Instructions_before_from_form_a_stage_and_arguments_stay_global()
    {
        var model = Create("ARG A=1\nRUN true\nARG B=2\nFROM alpine:$B\n");

        Assert.Equal([true, false], model.Stages.Select(stage => stage.IsImplicit));
        Assert.Equal(2, model.GlobalArguments.Length);
        Assert.Equal("2", model.TargetStage!.Base.Image!.Tag!.Value.Value);
    }

    [Fact]
    public void A_file_of_arguments_has_no_stage() => Assert.Null(Create("ARG A=1\n").TargetStage);

    [Fact]
    public void Payload_of_onbuild_follows_its_onbuild()
    {
        var model = Create("FROM alpine:3\nONBUILD RUN sudo ls\n");

        Assert.Equal([false, true], model.Instructions.Select(instruction => instruction.IsTrigger));
        Assert.IsType<RunInstruction>(model.Instructions.Last().Syntax);
    }

    [Fact]
    public void Doubling_variables_stay_bounded()
    {
        var text = "FROM scratch\nENV A=0123456789\n" + string.Concat(Enumerable.Repeat("ENV A=$A$A\n", 200)) + "USER $A\n";

        Assert.Null(Create(text).TargetStage!.FinalState.User!.Value);
    }

    private static DockerfileModel Create(string text) => DockerfileModel.Create(DockerfileSyntax.Parse(SourceText.From("Dockerfile", text)));

    private static string Source(string text, SourceLocation location) => text.Substring(location.Span.Start, location.Span.Length);
}
