namespace HardenBuild.Model.Docker;

/// <summary>Tells the layers that an image is made of from those of stages that only build something.</summary>
internal sealed class TargetLayers
{
    private readonly DockerfileModel _model;
    private readonly HashSet<DockerfileStage> _stages = [];

    public TargetLayers(DockerfileModel model)
    {
        _model = model;
        var open = new Stack<DockerfileStage>();
        if (model.TargetStage is { } target)
            open.Push(target);
        while (open.Count > 0)
        {
            var stage = open.Pop();
            if (!_stages.Add(stage))
                continue;
            if (stage.Base.Stage is { } parent)
                open.Push(parent);
            foreach (var candidate in stage.Base.Candidates)
                open.Push(candidate);
        }
    }

    /// <summary>Whether the layer is part of the target. What ONBUILD runs becomes part of an image that nobody here knows.</summary>
    public bool Hold(StageInstruction instruction) => instruction.IsTrigger || _stages.Contains(instruction.Stage);

    /// <summary>Whether the layer is thrown away: the target takes files out of its stage and nothing else.</summary>
    public bool Discard(StageInstruction instruction) => !Hold(instruction) && _model.ReachesTarget(instruction.Stage);
}
