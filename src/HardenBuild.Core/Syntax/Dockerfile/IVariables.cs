namespace HardenBuild.Syntax.Dockerfile;

/// <summary>The variables in force at one place of a Dockerfile.</summary>
internal interface IVariables
{
    VariableValue Find(string name);
}
