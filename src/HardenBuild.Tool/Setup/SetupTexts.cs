namespace HardenBuild.Tool.Setup;

/// <summary>What setting up writes.</summary>
internal static class SetupTexts
{
    public const string EditorConfig = """
        [*]
        # HardenBuild: severities of single rules, for example
        # dotnet_diagnostic.HB1026.severity = error
        hardenbuild.require_suppression_reason = true

        """;

    public const string Hook = """
        #!/bin/sh
        # Scans the work tree before each commit; skip once with: git commit --no-verify
        exec dotnet tool run hardenbuild scan --fail-on error

        """;

    public static string Reference(string version) => $"""
          <ItemGroup>
            <PackageReference Include="HardenBuild" Version="{version}" PrivateAssets="all" />
          </ItemGroup>

        """;

    public static string GlobalReference(string version) => $"""
          <ItemGroup>
            <GlobalPackageReference Include="HardenBuild" Version="{version}" />
          </ItemGroup>

        """;

    // "rollForward" false: the manifest's version is the one that everybody has.
    public static string ToolManifest(string version) => $$"""
        {
          "version": 1,
          "isRoot": true,
          "tools": {
            "hardenbuild.tool": {
              "version": "{{version}}",
              "commands": [
                "hardenbuild"
              ],
              "rollForward": false
            }
          }
        }

        """;

    public static string GitHubWorkflow(string version) => $"""
        name: HardenBuild
        on:
          push:
            branches: [main]
          pull_request:
        permissions:
          contents: read
        jobs:
          scan:
            runs-on: ubuntu-latest
            permissions:
              contents: read
              security-events: write
            steps:
              - uses: actions/checkout@v4
              - uses: actions/setup-dotnet@v4
                with:
                  dotnet-version: 10.0.x
              - run: dotnet tool install --tool-path .tools HardenBuild.Tool --version {version}
              - run: .tools/hardenbuild scan --format text --format sarif --output hardenbuild.sarif
              - uses: github/codeql-action/upload-sarif@v3
                if: always()
                with:
                  sarif_file: hardenbuild.sarif
                  category: hardenbuild

        """;

    public static string AzureSteps(string version) => $"""
        steps:
          - task: UseDotNet@2
            inputs:
              version: 10.0.x
          - script: dotnet tool install --tool-path .tools HardenBuild.Tool --version {version}
            displayName: Install HardenBuild
          - script: .tools/hardenbuild scan --format text --format sarif --output $(Build.ArtifactStagingDirectory)/hardenbuild.sarif
            displayName: Scan containers
          - task: PublishBuildArtifacts@1
            condition: succeededOrFailed()
            inputs:
              pathToPublish: $(Build.ArtifactStagingDirectory)/hardenbuild.sarif
              artifactName: CodeAnalysisLogs

        """;

    public static string GitLabJob(string version) => $"""
        hardenbuild:
          image: mcr.microsoft.com/dotnet/sdk:10.0
          script:
            - dotnet tool install --tool-path .tools HardenBuild.Tool --version {version}
            - .tools/hardenbuild scan --format text --format sarif --output hardenbuild.sarif
          artifacts:
            when: always
            paths:
              - hardenbuild.sarif

        """;
}
